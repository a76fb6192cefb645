# What the ledger's pod may do: read the passwords of its two database roles, where a deployment keeps them in Vault, and
# the addresses and keys of the targets of notifications.
path "secret/data/firstfill/ledger/postgres" {
  capabilities = ["read"]
}

path "secret/data/firstfill/+/notifications/+" {
  capabilities = ["read"]
}
