# What the ledger's pod may do: read the passwords of its two database roles, where a deployment keeps them in Vault.
path "secret/data/firstfill/ledger/postgres" {
  capabilities = ["read"]
}
