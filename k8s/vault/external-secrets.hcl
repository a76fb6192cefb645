# What External Secrets may do for CloudNativePG: read the passwords of the two databases. Of an exchange key it can read
# nothing.
path "secret/data/firstfill/ledger/postgres" {
  capabilities = ["read"]
}

path "secret/data/firstfill/keycloak" {
  capabilities = ["read"]
}
