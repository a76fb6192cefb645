-- One view list_<name> per list of the read API, beside its view api_<name>, and one index per set of optional filters.
--
-- A scope is one text of everything that is filtered by equality: environment, then run, then pair, then status, separated
-- by spaces. A statement asks for every scope it may contain, one after another, and takes the latest of each, so a filter
-- that was left out costs one descent per value it can have. Each set of filters has a scope, and each scope an index, of
-- its own: the planner cannot take an index of fewer filters and discard what does not match, which it otherwise does
-- whenever a value is frequent on the whole and rare at the end of the list.
--
-- The expressions of a view and of its indexes must be written alike, or the index does not match.

DROP INDEX configuration_time, run_time, listing_time, orders_time, orders_run, position_time, permit_time, alert_time;

CREATE VIEW list_configuration AS
SELECT saved_at AS sort_time, configuration_id AS sort_key, environment AS scope
FROM configuration;

CREATE INDEX configuration_list ON configuration (environment, saved_at, configuration_id);

CREATE VIEW list_run AS
SELECT started_at AS sort_time, run_id AS sort_key,
       environment || ' ' || state AS scope,
       environment || ' ' || run_id::text || ' ' || state AS scope_run
FROM run;

CREATE INDEX run_list ON run ((environment || ' ' || state), started_at, run_id);
CREATE INDEX run_list_run ON run ((environment || ' ' || run_id::text || ' ' || state), started_at, run_id);

CREATE VIEW list_listing AS
SELECT first_seen AS sort_time, listing_id AS sort_key,
       environment || ' ' || CASE WHEN withdrawn_at IS NOT NULL THEN 'WITHDRAWN'
                                  WHEN opened_at IS NOT NULL THEN 'OPENED' ELSE 'ANNOUNCED' END AS scope,
       environment || ' ' || pair || ' ' || CASE WHEN withdrawn_at IS NOT NULL THEN 'WITHDRAWN'
                                  WHEN opened_at IS NOT NULL THEN 'OPENED' ELSE 'ANNOUNCED' END AS scope_pair
FROM listing;

CREATE INDEX listing_list ON listing
    ((environment || ' ' || CASE WHEN withdrawn_at IS NOT NULL THEN 'WITHDRAWN'
                                 WHEN opened_at IS NOT NULL THEN 'OPENED' ELSE 'ANNOUNCED' END),
     first_seen, listing_id);
CREATE INDEX listing_list_pair ON listing
    ((environment || ' ' || pair || ' ' || CASE WHEN withdrawn_at IS NOT NULL THEN 'WITHDRAWN'
                                 WHEN opened_at IS NOT NULL THEN 'OPENED' ELSE 'ANNOUNCED' END),
     first_seen, listing_id);

-- The status of an order with something filled ends in +: trades are the orders of those scopes.
CREATE VIEW list_order AS
SELECT created_at AS sort_time, client_order_id AS sort_key,
       environment || ' ' || status || CASE WHEN filled_quantity > 0 THEN '+' ELSE '' END AS scope,
       environment || ' ' || run_id::text || ' ' || status
           || CASE WHEN filled_quantity > 0 THEN '+' ELSE '' END AS scope_run,
       environment || ' ' || pair || ' ' || status
           || CASE WHEN filled_quantity > 0 THEN '+' ELSE '' END AS scope_pair,
       environment || ' ' || run_id::text || ' ' || pair || ' ' || status
           || CASE WHEN filled_quantity > 0 THEN '+' ELSE '' END AS scope_run_pair
FROM orders;

CREATE VIEW list_trade AS SELECT * FROM list_order;

CREATE INDEX orders_list ON orders
    ((environment || ' ' || status || CASE WHEN filled_quantity > 0 THEN '+' ELSE '' END),
     created_at, client_order_id);
CREATE INDEX orders_list_run ON orders
    ((environment || ' ' || run_id::text || ' ' || status || CASE WHEN filled_quantity > 0 THEN '+' ELSE '' END),
     created_at, client_order_id);
CREATE INDEX orders_list_pair ON orders
    ((environment || ' ' || pair || ' ' || status || CASE WHEN filled_quantity > 0 THEN '+' ELSE '' END),
     created_at, client_order_id);
CREATE INDEX orders_list_run_pair ON orders
    ((environment || ' ' || run_id::text || ' ' || pair || ' ' || status
      || CASE WHEN filled_quantity > 0 THEN '+' ELSE '' END),
     created_at, client_order_id);

CREATE VIEW list_position AS
SELECT opened_at AS sort_time, position_id AS sort_key,
       environment || ' ' || CASE WHEN closed_at IS NULL THEN 'OPEN' ELSE 'CLOSED' END AS scope,
       environment || ' ' || run_id::text || ' '
           || CASE WHEN closed_at IS NULL THEN 'OPEN' ELSE 'CLOSED' END AS scope_run,
       environment || ' ' || pair || ' ' || CASE WHEN closed_at IS NULL THEN 'OPEN' ELSE 'CLOSED' END AS scope_pair,
       environment || ' ' || run_id::text || ' ' || pair || ' '
           || CASE WHEN closed_at IS NULL THEN 'OPEN' ELSE 'CLOSED' END AS scope_run_pair
FROM position;

CREATE INDEX position_list ON position
    ((environment || ' ' || CASE WHEN closed_at IS NULL THEN 'OPEN' ELSE 'CLOSED' END), opened_at, position_id);
CREATE INDEX position_list_run ON position
    ((environment || ' ' || run_id::text || ' ' || CASE WHEN closed_at IS NULL THEN 'OPEN' ELSE 'CLOSED' END),
     opened_at, position_id);
CREATE INDEX position_list_pair ON position
    ((environment || ' ' || pair || ' ' || CASE WHEN closed_at IS NULL THEN 'OPEN' ELSE 'CLOSED' END),
     opened_at, position_id);
CREATE INDEX position_list_run_pair ON position
    ((environment || ' ' || run_id::text || ' ' || pair || ' '
      || CASE WHEN closed_at IS NULL THEN 'OPEN' ELSE 'CLOSED' END),
     opened_at, position_id);

CREATE VIEW list_permit AS
SELECT first_seen AS sort_time, permit_id AS sort_key,
       environment || ' '
           || CASE WHEN returned_at IS NOT NULL THEN 'RETURNED' WHEN client_order_id IS NOT NULL THEN 'USED'
                   WHEN revoked_at IS NOT NULL THEN 'REVOKED' ELSE 'GRANTED' END AS scope,
       environment || ' ' || run_id::text || ' '
           || CASE WHEN returned_at IS NOT NULL THEN 'RETURNED' WHEN client_order_id IS NOT NULL THEN 'USED'
                   WHEN revoked_at IS NOT NULL THEN 'REVOKED' ELSE 'GRANTED' END AS scope_run
FROM permit;

CREATE INDEX permit_list ON permit
    ((environment || ' '
      || CASE WHEN returned_at IS NOT NULL THEN 'RETURNED' WHEN client_order_id IS NOT NULL THEN 'USED'
              WHEN revoked_at IS NOT NULL THEN 'REVOKED' ELSE 'GRANTED' END),
     first_seen, permit_id);
CREATE INDEX permit_list_run ON permit
    ((environment || ' ' || run_id::text || ' '
      || CASE WHEN returned_at IS NOT NULL THEN 'RETURNED' WHEN client_order_id IS NOT NULL THEN 'USED'
              WHEN revoked_at IS NOT NULL THEN 'REVOKED' ELSE 'GRANTED' END),
     first_seen, permit_id);

CREATE VIEW list_alert AS
SELECT raised_at AS sort_time, alert_id AS sort_key,
       environment || ' ' || CASE WHEN cleared_at IS NULL THEN 'OPEN' ELSE 'CLEARED' END AS scope,
       environment || ' ' || run_id::text || ' '
           || CASE WHEN cleared_at IS NULL THEN 'OPEN' ELSE 'CLEARED' END AS scope_run
FROM alert;

CREATE INDEX alert_list ON alert
    ((environment || ' ' || CASE WHEN cleared_at IS NULL THEN 'OPEN' ELSE 'CLEARED' END), raised_at, alert_id);
-- Most alerts concern no run.
CREATE INDEX alert_list_run ON alert
    ((environment || ' ' || run_id::text || ' ' || CASE WHEN cleared_at IS NULL THEN 'OPEN' ELSE 'CLEARED' END),
     raised_at, alert_id)
    WHERE run_id IS NOT NULL;
