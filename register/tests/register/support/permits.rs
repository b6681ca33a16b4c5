//! People who may see and change others' data.

use register::{BranchPermit, NetworkPermit, Permitted, Register};

use super::database::TestDatabase;
use super::people::{email, noon, token};

impl TestDatabase {
    /// A permit for the whole network, of an administrator with this address.
    pub(crate) async fn administrator(&self, register: &Register, address: &str) -> NetworkPermit {
        let session = sign_in(register, address).await;
        match register.network_permit(&session, noon()).await.unwrap() {
            Permitted::Yes(permit) => permit,
            other => panic!("{other:?}"),
        }
    }

    /// A permit for one branch, of its secretary with this address.
    pub(crate) async fn secretary(
        &self,
        register: &Register,
        address: &str,
        branch: &str,
    ) -> BranchPermit {
        let session = sign_in(register, address).await;
        self.run(&format!(
            "UPDATE roles SET kind = 'committee', office = 'secretary', \
             branch_id = (SELECT id FROM branches WHERE slug = '{branch}') \
             WHERE account_id = (SELECT id FROM accounts WHERE email = '{address}')"
        ))
        .await
        .unwrap();
        match register.branch_permit(&session, branch, noon()).await.unwrap() {
            Permitted::Yes(permit) => permit,
            other => panic!("{other:?}"),
        }
    }

    /// Takes every role of an address away.
    pub(crate) async fn withdraw(&self, address: &str) {
        self.run(&format!(
            "UPDATE roles SET withdrawn_at = given_at \
             WHERE account_id = (SELECT id FROM accounts WHERE email = '{address}')"
        ))
        .await
        .unwrap();
    }

    /// What the log says was done by accounts, in order, with how many.
    pub(crate) async fn done_by_accounts(&self) -> Vec<String> {
        let sql = "SELECT action || coalesce(' ' || how_many, '') FROM access_log \
                   WHERE actor = 'account' AND action <> 'signed-in' \
                   AND action <> 'second-factor-set-up' ORDER BY id";
        self.texts(sql).await
    }
}

/// Signs in by an invitation, with a second factor.
async fn sign_in(register: &Register, address: &str) -> register::Token {
    let (link, session) = (token(&format!("link {address}")), token(&format!("session {address}")));
    register.invite_administrator(&email(address), &link, noon()).await.unwrap();
    register.sign_in_by_link(&link, None, &session, noon()).await.unwrap();
    assert!(register.keep_totp_secret(&session, b"sealed", noon()).await.unwrap());
    let secret = register.totp_secret(&session, noon()).await.unwrap().unwrap();
    let codes = [token("recovery")];
    assert!(register.second_factor_given(&session, &secret, 1, &codes, noon()).await.unwrap());
    session
}
