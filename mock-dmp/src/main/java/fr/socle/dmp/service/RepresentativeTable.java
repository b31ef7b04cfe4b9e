package fr.socle.dmp.service;

import fr.socle.bench.store.Store;
import java.util.List;

/** The legal representatives of the patients of one space, in SQL. */
final class RepresentativeTable {
  // Widths of V4__representants.sql.
  private static final int LINK = 20;
  private static final int NAME = 200;

  private final Store store;
  private final Transactions transactions;
  private final String space;

  RepresentativeTable(Store store, Transactions transactions, String space) {
    this.store = store;
    this.transactions = transactions;
    this.space = space;
  }

  /** The legal representatives of a patient, in order. */
  List<Representative> of(String ins) {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select(
                        "select * from dmp.representant where space_id = ? and ins = ? order by"
                            + " rang",
                        space,
                        ins)
                    .map(
                        (row, context) ->
                            new Representative(
                                row.getString("lien"),
                                row.getString("nom"),
                                row.getString("prenom")))
                    .list());
  }

  /** Writes the legal representatives of a patient in the place of those there were. */
  void write(String ins, List<Representative> representatives) {
    Object unused =
        transactions.run(
            handle -> {
              handle.execute(
                  "delete from dmp.representant where space_id = ? and ins = ?", space, ins);
              int rank = 0;
              for (Representative one : representatives) {
                handle.execute(
                    "insert into dmp.representant (space_id, ins, rang, lien, nom, prenom) values"
                        + " (?, ?, ?, ?, ?, ?)",
                    space,
                    ins,
                    rank++,
                    Width.cut(one.link(), LINK),
                    Width.cut(one.familyName(), NAME),
                    Width.cut(one.givenName(), NAME));
              }
              return rank;
            });
  }
}
