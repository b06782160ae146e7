-- A pool's ledger is read newest first.
create index pool_movements_by_pool on pool_movements (pool_no, movement_no);
