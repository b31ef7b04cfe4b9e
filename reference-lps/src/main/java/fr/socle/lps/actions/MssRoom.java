package fr.socle.lps.actions;

import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.pilote.UserAction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** All that has to do with the secure mail on a workstation. */
final class MssRoom implements AutoCloseable {

  private final MssDesk desk;
  private final MssPost post;
  private final MssSendingActions sending;
  private final MssInboxActions receiving;
  private final AddressBookActions book;
  private final List<UserAction> actions = new ArrayList<>();

  MssRoom(
      Dossiers dossiers,
      DmpRoom dmp,
      Services services,
      SessionActions session,
      Clock clock,
      Defects defects) {
    this.desk = new MssDesk(services, session, clock, defects);
    session.whenLeft(desk::endSessions);
    this.post = new MssPost(desk, clock, defects);
    MssMaker maker = new MssMaker(dmp.maker(), services, defects);
    this.sending = new MssSendingActions(dossiers, dmp.documents(), desk, post, maker, defects);
    dmp.validated(sending);
    actions.addAll(new MssMailboxActions(services, desk, defects).all());
    actions.addAll(sending.all());
    this.receiving = new MssInboxActions(dossiers, desk, post, defects);
    actions.addAll(receiving.all());
    actions.addAll(new MssDirectoryActions(services, defects).all());
    this.book = new AddressBookActions(services, clock, defects);
    actions.addAll(book.all());
  }

  /** What is shown of the mail at the opening of a record. */
  DossierView shown(Dossier dossier, DossierView view) {
    List<MssInboxViews.KeptView> kept = receiving.keptIn(dossier);
    return kept.isEmpty() ? view : view.withReceived(kept);
  }

  List<UserAction> all() {
    return List.copyOf(actions);
  }

  void forgetAll() {
    desk.forgetAll();
    post.forgetAll();
    sending.forgetAll();
    receiving.forgetAll();
    book.forgetAll();
  }

  @Override
  public void close() {
    desk.close();
  }
}
