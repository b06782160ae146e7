-- What the payment service calls the card, so that staff find an order without its receipt; never a card number.
alter table payments add column card_token text;
create index payments_of_card on payments (card_token, order_id) where card_token is not null;
