package fr.socle.lps.mss.client;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Hands messages over to the operator: SMTP, STARTTLS, then the token (ECO.1.0.1, 1.2.1). */
public final class Submission {

  private static final int TEMPORARY = 4;

  private final Servers.Place place;
  private final MailTls tls;

  public Submission(Servers.Place place, MailTls tls) {
    this.place = place;
    this.tls = tls;
  }

  /**
   * What became of a message for one recipient.
   *
   * @param accepted whether the operator took it
   * @param passing whether it may be taken later
   * @param answer what the operator answered
   */
  public record Delivery(boolean accepted, boolean passing, String answer) {}

  /**
   * Sends a message.
   *
   * @param from who sends it: the mailbox, or {@code <>} for a notice
   * @return what became of it, by recipient
   * @throws MailFailure when it was offered to nobody
   */
  public Map<String, Delivery> send(
      String mailbox, String from, Key key, byte[] message, List<String> recipients)
      throws MailFailure {
    Properties settings = tls.of("smtp", key);
    settings.put("mail.smtp.from", from);
    settings.put("mail.smtp.sendpartial", "true");
    Session session = Session.getInstance(settings);
    try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
      connect(transport, mailbox, key);
      Map<String, Delivery> deliveries = new LinkedHashMap<>();
      MimeMessage ready = new MimeMessage(session, new ByteArrayInputStream(message));
      try {
        transport.sendMessage(ready, addresses(recipients));
        String answer = transport.getLastServerResponse().strip();
        recipients.forEach(each -> deliveries.put(each, new Delivery(true, false, answer)));
      } catch (SendFailedException e) {
        refused(e, recipients, deliveries);
      }
      return deliveries;
    } catch (MessagingException e) {
      throw new MailFailure(
          "La messagerie n'a pas pris le message : " + reason(e) + ".", true, reason(e));
    }
  }

  /** Opens a session and closes it: what a test of the connection does (ECO.1.1.9). */
  public void tryOut(String mailbox, Key key) throws MailFailure {
    Session session = Session.getInstance(tls.of("smtp", key));
    try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
      connect(transport, mailbox, key);
    } catch (MessagingException e) {
      throw new MailFailure("La messagerie ne répond pas : " + reason(e) + ".", true, reason(e));
    }
  }

  private void connect(SMTPTransport transport, String mailbox, Key key)
      throws MailFailure, MessagingException {
    try {
      transport.connect(place.host(), place.port(), mailbox, key.secret());
    } catch (AuthenticationFailedException e) {
      throw new MailFailure(
          "La messagerie n'a pas reconnu votre connexion pour " + mailbox + ".",
          transport.getLastReturnCode() / 100 == TEMPORARY,
          reason(e));
    }
  }

  private static void refused(
      SendFailedException failure, List<String> recipients, Map<String, Delivery> deliveries) {
    String general = reason(failure);
    boolean passing = passing(failure);
    Map<String, Delivery> named = new LinkedHashMap<>();
    Exception next = failure;
    while (next instanceof MessagingException each) {
      if (each instanceof SMTPAddressFailedException address) {
        named.put(
            address.getAddress().getAddress(),
            new Delivery(false, address.getReturnCode() / 100 == TEMPORARY, reason(address)));
      }
      next = each.getNextException();
    }
    List<String> sent = texts(failure.getValidSentAddresses());
    for (String recipient : recipients) {
      deliveries.put(
          recipient,
          sent.contains(recipient)
              ? new Delivery(true, false, "250")
              : named.getOrDefault(recipient, new Delivery(false, passing, general)));
    }
  }

  private static boolean passing(SendFailedException failure) {
    if (failure instanceof SMTPSendFailedException send) {
      return send.getReturnCode() / 100 == TEMPORARY;
    }
    return failure instanceof SMTPSenderFailedException sender
        && sender.getReturnCode() / 100 == TEMPORARY;
  }

  /** The first line of what went wrong. */
  static String reason(MessagingException failure) {
    String text = String.valueOf(failure.getMessage()).strip();
    return text.lines().findFirst().orElse("sans réponse");
  }

  private static Address[] addresses(List<String> recipients) throws AddressException {
    List<Address> all = new ArrayList<>();
    for (String recipient : recipients) {
      all.add(new InternetAddress(recipient));
    }
    return all.toArray(Address[]::new);
  }

  private static List<String> texts(Address[] addresses) {
    List<String> all = new ArrayList<>();
    if (addresses != null) {
      for (Address address : addresses) {
        all.add(((InternetAddress) address).getAddress());
      }
    }
    return all;
  }
}
