package fr.socle.mss.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.content.Content;
import fr.socle.bench.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store does when the folder or the messages are no longer there. */
class MailStoreTest {
  private static final String ADDRESS = "a@t.fr";
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Content MESSAGE = Content.of("x".getBytes(StandardCharsets.US_ASCII));

  private final Store store = Store.inMemory();
  private final MailStore mail =
      new MailStore(store, "t", Clock.fixed(NOW, ZoneOffset.UTC), new MailWatch());

  @BeforeEach
  void open() {
    MailStore.migrate(store);
    mail.open(Mailbox.personal(ADDRESS, "899700000001"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Folder folder(String name) {
    return mail.folder(ADDRESS, name).orElseThrow();
  }

  private Folder create(String name) {
    assertThat(mail.createFolder(ADDRESS, name)).isTrue();
    return folder(name);
  }

  @Test
  void aUidValidityIsNeverGivenTwice() {
    long first = create("A").uidValidity();
    mail.delete(folder("A"));
    long second = create("A").uidValidity();
    assertThat(first).isGreaterThanOrEqualTo(NOW.getEpochSecond());
    assertThat(second).isGreaterThan(first);
    mail.clear();
    mail.open(Mailbox.personal(ADDRESS, "899700000001"));
    assertThat(folder(Folder.INBOX).uidValidity()).isGreaterThan(second);
  }

  @Test
  void norIsItAfterTheBenchStopped(@TempDir Path directory) {
    long first = inDirectory(directory);
    assertThat(inDirectory(directory)).isGreaterThan(first);
  }

  private static long inDirectory(Path directory) {
    try (Store kept = Store.inDirectory(directory)) {
      MailStore.migrate(kept);
      MailStore mailboxes =
          new MailStore(kept, "t", Clock.fixed(NOW, ZoneOffset.UTC), new MailWatch());
      mailboxes.open(Mailbox.personal(ADDRESS, "899700000001"));
      boolean unused = mailboxes.createFolder(ADDRESS, "A");
      Folder made = mailboxes.folder(ADDRESS, "A").orElseThrow();
      mailboxes.delete(made);
      return made.uidValidity();
    }
  }

  @Test
  void onlyWhatIsStillThereIsCopiedAndMoved() {
    Folder inbox = folder(Folder.INBOX);
    Folder target = create("A");
    mail.deliver(MESSAGE, List.of(ADDRESS));
    mail.deliver(MESSAGE, List.of(ADDRESS));
    mail.expunge(inbox.id(), List.of(1L));
    assertThat(mail.copy(inbox.id(), List.of(1L, 2L), target).orElseThrow())
        .isEqualTo(Map.of(2L, 1L));
    assertThat(mail.move(inbox.id(), List.of(1L, 2L), target).orElseThrow())
        .isEqualTo(Map.of(2L, 2L));
    assertThat(mail.move(inbox.id(), List.of(1L, 2L), target).orElseThrow()).isEmpty();
    assertThat(mail.uids(inbox.id())).isEmpty();
    assertThat(mail.messages(target.id()))
        .hasSize(2)
        .allSatisfy(each -> assertThat(mail.body(each).all()).containsExactly('x'));
  }

  @Test
  void aFolderThatIsGoneTakesNothing() {
    Folder inbox = folder(Folder.INBOX);
    Folder gone = create("A");
    mail.deliver(MESSAGE, List.of(ADDRESS));
    mail.delete(gone);
    assertThat(mail.copy(inbox.id(), List.of(1L), gone)).isEmpty();
    assertThat(mail.move(inbox.id(), List.of(1L), gone)).isEmpty();
    assertThat(mail.append(gone, MESSAGE, NOW.atOffset(ZoneOffset.UTC), Set.of())).isEmpty();
    assertThat(mail.uids(inbox.id())).containsExactly(1L);
  }
}
