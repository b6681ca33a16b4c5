// Two people who differ in nothing but their answer to `experience`, and their names, which are of
// one length.

export const saysNo = { name: 'Ida Bell Wells', email: 'ida@kept-nowhere.example.org' };
export const saysNothing = { name: 'Eva Lil Tanguay', email: 'eva@kept-nowhere.example.org' };
