package fr.socle.mss;

import fr.socle.bench.world.Professional;
import fr.socle.bench.world.WorldStore;
import fr.socle.mss.directory.service.DirectoryMailbox;
import fr.socle.mss.directory.service.MailboxKind;
import fr.socle.mss.directory.service.Publication;
import fr.socle.mss.directory.service.Publications;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.Mailbox;
import fr.socle.mss.service.Mailbox.Kind;
import fr.socle.mss.service.Mailbox.State;
import java.util.List;
import java.util.function.Supplier;

/**
 * The mailboxes of the space as the directory lists them: those of citizens are not there, nor
 * those that are closed.
 *
 * @param store mailboxes
 * @param world people of the space
 * @param publications what the directory was told of them
 */
record ListedMailboxes(MailStore store, WorldStore world, Publications publications)
    implements Supplier<List<DirectoryMailbox>> {
  @Override
  public List<DirectoryMailbox> get() {
    return store.mailboxes().stream()
        .filter(each -> each.kind() != Kind.CITOYEN && each.state() != State.CLOSED)
        .map(this::listed)
        .toList();
  }

  private DirectoryMailbox listed(Mailbox mailbox) {
    MailboxKind kind = MailboxKind.valueOf(mailbox.kind().name());
    Publication publication = publications.of(mailbox.address());
    if (kind.isOfStructure() && publication.structure().isEmpty()) {
      publication = publication.of(workplace(mailbox.holder()));
    }
    if (publication.description().isEmpty() && !mailbox.label().isEmpty()) {
      publication = publication.describedAs(mailbox.label());
    }
    return new DirectoryMailbox(
        mailbox.address(), kind, kind.isOfStructure() ? "" : mailbox.holder(), publication);
  }

  /** Where a professional works in the first place; empty when nowhere. */
  private String workplace(String nationalId) {
    return world.professional(nationalId).map(Professional::activities).stream()
        .flatMap(List::stream)
        .findFirst()
        .map(activity -> activity.structure().technicalId())
        .orElse("");
  }
}
