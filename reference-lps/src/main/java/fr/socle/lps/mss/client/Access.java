package fr.socle.lps.mss.client;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;

/**
 * A session with a mailbox: IMAP, STARTTLS, then the token (ECO.1.0.2, 1.2.1). Stays open between
 * uses. Not thread-safe.
 */
public final class Access implements AutoCloseable {

  private final Store store;
  private final Folder inbox;

  private Access(Store store, Folder inbox) {
    this.store = store;
    this.inbox = inbox;
  }

  /** A message and its number in the mailbox. */
  @SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
  public record Fetched(long uid, byte[] bytes) {}

  /** Opens a session. */
  public static Access open(Servers.Place place, MailTls tls, String mailbox, Key key)
      throws MailFailure {
    Properties settings = tls.of("imap", key);
    settings.put("mail.imap.partialfetch", "false");
    settings.put("mail.imap.peek", "true"); // a message is read when the user reads it
    @Nullable Store store = null;
    try {
      store = Session.getInstance(settings).getStore("imap");
      store.connect(place.host(), place.port(), mailbox, key.secret());
      Folder inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_WRITE);
      return new Access(store, inbox);
    } catch (AuthenticationFailedException e) {
      throw new MailFailure(
          "La messagerie n'a pas reconnu votre connexion pour " + mailbox + ".",
          false,
          Submission.reason(e));
    } catch (MessagingException e) {
      leave(store);
      throw failed(e);
    }
  }

  /** The messages whose number is above one, as they were sent. */
  public List<Fetched> after(long uid) throws MailFailure {
    try {
      List<Fetched> all = new ArrayList<>();
      // What came since is told to who asks for it (RFC 3501 7.3.1).
      ((IMAPFolder) inbox)
          .doCommand(
              protocol -> {
                protocol.noop();
                return null;
              });
      for (Message message : ((UIDFolder) inbox).getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
        long number = ((UIDFolder) inbox).getUID(message);
        if (number > uid) { // LASTUID names the last one, even below what is asked for
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          message.writeTo(bytes);
          all.add(new Fetched(number, bytes.toByteArray()));
        }
      }
      return all;
    } catch (MessagingException e) {
      throw failed(e);
    } catch (IOException e) {
      throw new MailFailure(
          "La messagerie a rompu la liaison.", true, String.valueOf(e.getMessage()));
    }
  }

  /** Marks a message as read. */
  public void read(long uid) throws MailFailure {
    try {
      Message message = ((UIDFolder) inbox).getMessageByUID(uid);
      if (message != null) {
        message.setFlag(Flags.Flag.SEEN, true);
      }
    } catch (MessagingException e) {
      throw failed(e);
    }
  }

  /** Ends the session; never fails. */
  @Override
  public void close() {
    leave(store);
  }

  private static void leave(@Nullable Store store) {
    try {
      if (store != null) {
        store.close();
      }
    } catch (MessagingException e) {
      // It is over either way.
    }
  }

  private static MailFailure failed(MessagingException failure) {
    String reason = Submission.reason(failure);
    return new MailFailure("La messagerie ne répond pas : " + reason + ".", true, reason);
  }
}
