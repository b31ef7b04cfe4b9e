package fr.socle.lps.actions;

import fr.socle.lps.cartes.CardReader;
import fr.socle.lps.dmp.record.Documents;
import fr.socle.lps.dmp.record.PatientDmps;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.pilote.UserAction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** All that has to do with the DMP on a workstation. */
final class DmpRoom implements AutoCloseable {

  private final PatientDmps patients = new PatientDmps();
  private final DmpCaller caller;
  private final DmpVisit visit;
  private final DmpFeeding feeding;
  private final DmpOpening opening;
  private final HistoryActions history;
  private final DocumentActions making;
  private final Documents documents = new Documents();
  private final DocumentMaker maker;
  private final List<UserAction> actions = new ArrayList<>();

  DmpRoom(
      Dossiers dossiers,
      Services services,
      CardReader reader,
      SessionActions session,
      Clock clock,
      Defects defects) {
    this.caller = new DmpCaller(services, reader, session, clock, defects);
    this.visit = new DmpVisit(patients, caller, defects);
    this.maker = new DocumentMaker(services, clock, defects);
    this.feeding = new DmpFeeding(dossiers, documents, visit, caller, maker, clock, defects);
    DmpLibrary library = new DmpLibrary(documents, visit, clock, defects);
    this.history = new HistoryActions(dossiers, documents, feeding, visit, defects);
    this.opening = new DmpOpening(services, visit, caller, library, history, defects);
    actions.addAll(new DmpAccessActions(dossiers, visit, caller, clock, defects).all());
    this.making =
        new DocumentActions(dossiers, documents, feeding, history, caller, maker, clock, defects);
    actions.addAll(making.all());
    actions.addAll(history.all());
    actions.addAll(
        new DmpManagementActions(dossiers, documents, visit, library, maker, defects).all());
    actions.addAll(new DmpImportActions(dossiers, library, visit, defects).all());
    actions.addAll(new DmpWebActions(dossiers, visit, caller, services, defects).all());
    actions.addAll(new DmpReadingActions(dossiers, library, visit, defects).all());
  }

  List<UserAction> all() {
    return List.copyOf(actions);
  }

  /** What is shown of the DMP at the opening of a record. */
  DmpOpening opening() {
    return opening;
  }

  /** The documents made here, wherever they are sent. */
  Documents documents() {
    return documents;
  }

  DocumentMaker maker() {
    return maker;
  }

  /** Is told of each document that is validated or corrected. */
  void validated(DocumentActions.Following following) {
    making.followedBy(following);
  }

  void forgetAll() {
    feeding.forgetAll();
    history.forgetAll();
    making.forgetAll();
    patients.forgetAll();
    visit.forgetAll();
    caller.forgetAll();
  }

  @Override
  public void close() {
    feeding.close();
  }
}
