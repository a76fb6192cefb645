# What Keycloak's pod may do: read the password of its database and of its first administrator.
path "secret/data/firstfill/keycloak" {
  capabilities = ["read"]
}
