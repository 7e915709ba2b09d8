-- For whom a dossier was handed in first under its code: until it is received, the catalogue knows nothing of it.
create table submitted_dossier (
  dossier_code varchar(80) primary key,
  receiving_unit varchar(40) not null,
  processing_unit varchar(40) not null,
  issuing_unit varchar(40)
);
