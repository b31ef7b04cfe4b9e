package fr.socle.mss.protocol.smtp;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.content.Content;
import fr.socle.bench.http.Peer;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.session.Awaits;
import fr.socle.bench.session.Session;
import fr.socle.bench.session.Step;
import fr.socle.bench.session.Step.Then;
import fr.socle.bench.session.Told;
import fr.socle.bench.session.Unit;
import fr.socle.mss.protocol.mail.SessionWatch;
import fr.socle.mss.protocol.sasl.BearerResponse;
import fr.socle.mss.service.MailAccess.Answer;
import fr.socle.mss.service.MailAccess.Denied;
import fr.socle.mss.service.MailAccess.Granted;
import fr.socle.mss.service.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One SMTP connection. An exchange is one command, or the whole transaction from {@code MAIL} to
 * what ends it.
 */
final class SubmissionSession implements Session {
  private static final String TRANSACTION = "SMTP message";
  private static final int LONGEST_LINE = 32 * 1024;
  private static final int MOST_RECIPIENTS = 100;
  private static final Awaits LINE = new Awaits.Line(LONGEST_LINE);
  // What the client wrote is not told: it may be a token sent on the wrong line.
  private static final String UNKNOWN = "inconnue";
  private static final Pattern SIZE = Pattern.compile("\\d{1,20}");

  private final SubmissionEndpoint at;
  private final Peer peer;
  private String helloName = "";
  private @Nullable Mailbox sender;
  private @Nullable String mechanism;
  private @Nullable Denied denied;
  private boolean inTransaction;
  private boolean inData;
  private String reversePath = "";
  private final List<Mailbox> recipients = new ArrayList<>();
  private final Map<String, Object> refusedRecipients = new LinkedHashMap<>();
  private final SessionWatch watch = new SessionWatch("smtp");
  private @Nullable Content submitted;

  SubmissionSession(SubmissionEndpoint at, Peer peer) {
    this.at = at;
    this.peer = peer;
  }

  @Override
  public Step greet() {
    return Step.on("220 " + host() + " ESMTP Socle\r\n", LINE);
  }

  private static String host() {
    return "smtp.socle.test";
  }

  @Override
  public Step received(Unit unit, RequestFaults faults) {
    if (inData) {
      return data(unit);
    }
    watch.sees(unit);
    if (!unit.whole()) {
      return end(
              "",
              500,
              "5.5.2 Line too long",
              "ligne-trop-longue",
              "Coupez la ligne : elle dépasse 32 Kio.")
          .and(Then.CLOSE);
    }
    String line = new String(unit.bytes().all(), StandardCharsets.ISO_8859_1);
    if (!line.endsWith("\r\n")) {
      return end(
              "",
              500,
              "5.5.2 Lines end with CRLF",
              "fin-de-ligne",
              "Terminez chaque ligne par CR LF (RFC 5321, 2.3.8).")
          .and(Then.CLOSE);
    }
    line = line.substring(0, line.length() - 2);
    if (line.chars().anyMatch(each -> (each < 0x20 && each != '\t') || each > 0x7e)) {
      return refuse(
          "",
          500,
          "5.5.2 Only ASCII in commands",
          "caractere-interdit",
          "Écrivez les commandes en ASCII, sans caractère de commande (RFC 5321, 2.4).");
    }
    return mechanism != null ? authenticationResponse(line) : command(line, unit);
  }

  private Step command(String line, Unit unit) {
    int blank = line.indexOf(' ');
    String verb = (blank < 0 ? line : line.substring(0, blank)).toUpperCase(Locale.ROOT);
    String rest = blank < 0 ? "" : line.substring(blank + 1).strip();
    return switch (verb) {
      case "EHLO", "HELO" -> hello(verb, rest, unit.tls());
      case "STARTTLS" -> startTls(rest, unit);
      case "AUTH" -> authenticate(rest, unit.tls());
      case "MAIL" -> mail(rest);
      case "RCPT" -> recipient(rest);
      case "DATA" -> beginData(rest);
      case "RSET" -> forgetting(over(verb, "", 250, "2.0.0 OK", null));
      case "NOOP" ->
          inTransaction ? Step.on("250 2.0.0 OK\r\n", LINE) : over(verb, "", 250, "2.0.0 OK", null);
      case "VRFY" ->
          refuse(
              verb,
              252,
              "2.5.1 Cannot verify",
              "non-offert",
              "VRFY ne dit rien ici : envoyez le message.");
      case "QUIT" -> over(verb, "", 221, "2.0.0 Bye", null).and(Then.CLOSE);
      default ->
          refuse(
              UNKNOWN,
              500,
              "5.5.1 Unknown command",
              "commande-inconnue",
              "Cette commande n'existe pas ici.");
    };
  }

  private Step hello(String verb, String name, TlsFacts tls) {
    if (name.isEmpty()) {
      return refuse(
          verb, 501, "5.5.4 Name missing", "nom-absent", "Dites votre nom après " + verb + ".");
    }
    helloName = name;
    if (verb.equals("HELO")) {
      return forgetting(over(verb, name, 250, host(), null));
    }
    List<String> offered = offered(tls);
    StringBuilder text = new StringBuilder();
    Stream<String> lines = Stream.concat(Stream.of(host()), offered.stream());
    List<String> all = lines.toList();
    for (int i = 0; i < all.size(); i++) {
      text.append("250").append(i == all.size() - 1 ? ' ' : '-').append(all.get(i)).append("\r\n");
    }
    return forgetting(
        Step.over(text.toString(), LINE, told(verb, name, 250, Map.of("offert", offered), null)));
  }

  /** A step that ends the transaction if there is one, told as part of it. */
  private Step forgetting(Step step) {
    forget();
    return step;
  }

  private List<String> offered(TlsFacts tls) {
    List<String> offered = new ArrayList<>();
    offered.add("PIPELINING");
    offered.add("8BITMIME");
    offered.add("ENHANCEDSTATUSCODES");
    offered.add("SIZE " + at.settings().largest());
    if (!isSecure(tls)) {
      offered.add("STARTTLS");
    }
    List<String> mechanisms = Stream.of("XOAUTH2", "OAUTHBEARER").filter(this::isOffered).toList();
    if (mayAuthenticate(tls) && !mechanisms.isEmpty()) {
      offered.add("AUTH " + String.join(" ", mechanisms));
    }
    return offered.stream().filter(each -> isOffered(each.split(" ", 2)[0])).toList();
  }

  private boolean isOffered(String keyword) {
    return !at.settings().withoutSmtp().contains(keyword);
  }

  private static boolean isSecure(TlsFacts tls) {
    return !tls.cipherSuite().isEmpty();
  }

  private boolean mayAuthenticate(TlsFacts tls) {
    return isSecure(tls) || at.settings().clear();
  }

  private Step startTls(String rest, Unit unit) {
    if (isSecure(unit.tls()) || !isOffered("STARTTLS")) {
      return refuse(
          "STARTTLS",
          503,
          "5.5.1 Not now",
          "starttls-impossible",
          "TLS est déjà là, ou n'est pas offert : lisez la réponse à EHLO.");
    }
    if (!rest.isEmpty()) {
      return refuse(
          "STARTTLS",
          501,
          "5.5.4 No parameter",
          "parametre-inconnu",
          "STARTTLS n'a pas de paramètre (RFC 3207, 4).");
    }
    if (unit.more()) {
      return end(
              "STARTTLS",
              554,
              "5.5.0 Commands after STARTTLS",
              "commandes-avant-tls",
              "Attendez la réponse à STARTTLS puis négociez TLS : des octets en clair le suivaient (RFC 3207, 4).")
          .and(Then.CLOSE);
    }
    Step step = over("STARTTLS", "", 220, "2.0.0 Go ahead", null).and(Then.START_TLS);
    watch.startsAgain();
    helloName = "";
    sender = null;
    return forgetting(step);
  }

  private Step authenticate(String rest, TlsFacts tls) {
    String[] words = rest.split(" +", -1);
    String asked = words[0].toUpperCase(Locale.ROOT);
    if (helloName.isEmpty() || inTransaction || sender != null) {
      return refuse(
          "AUTH",
          503,
          "5.5.1 Bad sequence of commands",
          "ordre-des-commandes",
          "AUTH vient une fois, après EHLO et hors d'un message (RFC 4954, 4).");
    }
    if (!mayAuthenticate(tls)) {
      return refuse(
          "AUTH",
          538,
          "5.7.11 Encryption required",
          "auth-sans-tls",
          "Négociez TLS (STARTTLS) avant AUTH : le jeton ne passe jamais en clair (ECO.1.2.1).");
    }
    if (!List.of("XOAUTH2", "OAUTHBEARER").contains(asked) || !isOffered(asked)) {
      return refuse(
          "AUTH",
          504,
          "5.5.4 Mechanism not offered",
          "mecanisme-non-offert",
          "Prenez l'un des mécanismes que EHLO annonce.");
    }
    mechanism = asked;
    return words.length > 1 ? authenticationResponse(words[1]) : Step.on("334 \r\n", LINE);
  }

  private Step authenticationResponse(String encoded) {
    String used = mechanism == null ? "" : mechanism;
    Denied before = denied;
    if (before != null) {
      mechanism = null;
      denied = null;
      return refuse(
          "AUTH", 535, "5.7.8 Authentication credentials invalid", before.code(), before.reason());
    }
    if (encoded.equals("*")) {
      mechanism = null;
      return refuse(
          "AUTH",
          501,
          "5.7.0 Cancelled",
          "auth-abandonnee",
          "Votre logiciel a abandonné l'authentification.");
    }
    Optional<BearerResponse> response = BearerResponse.read(used, encoded);
    if (response.isEmpty()) {
      mechanism = null;
      return refuse(
          "AUTH",
          501,
          "5.5.2 Cannot decode response",
          "reponse-illisible",
          "Écrivez en base64 la réponse que " + used + " demande, adresse de la boîte comprise.");
    }
    // Pro Santé Connect is asked, which may take its time.
    return Step.after(() -> judged(used, response.get()));
  }

  private Step judged(String used, BearerResponse response) {
    Answer answer = at.access().bearer(response.user(), response.token());
    if (answer instanceof Granted granted) {
      mechanism = null;
      sender = granted.mailbox();
      watch.enters(granted.mailbox());
      return Step.over(
          "235 2.7.0 Authenticated\r\n",
          LINE,
          told(
              "AUTH",
              used,
              235,
              Map.of("mecanisme", used, "boite", granted.mailbox().address()),
              null));
    }
    Denied refusal = (Denied) answer;
    if (refusal.passing()) {
      mechanism = null;
      return refuse(
          "AUTH", 454, "4.7.0 Temporary authentication failure", refusal.code(), refusal.reason());
    }
    denied = refusal;
    return Step.on("334 " + BearerResponse.refused(used) + "\r\n", LINE);
  }

  private Step mail(String rest) {
    Mailbox known = sender;
    if (known == null) {
      return refuse(
          "MAIL",
          530,
          "5.7.0 Authentication required",
          "authentification-requise",
          "Authentifiez-vous avant d'envoyer (ECO.1.2.1).");
    }
    if (inTransaction) {
      return onward(503, "5.5.1 A message is under way");
    }
    Optional<PathArgument> path = PathArgument.read("FROM:", rest);
    if (path.isEmpty()) {
      return refuse(
          "MAIL",
          501,
          "5.5.4 MAIL FROM:<address>",
          "syntaxe",
          "Écrivez MAIL FROM:<adresse>, puis les paramètres offerts.");
    }
    Map<String, String> parameters = path.get().parameters();
    for (Map.Entry<String, String> each : parameters.entrySet()) {
      if (!isKnown(each.getKey(), each.getValue())) {
        return refuse(
            "MAIL",
            555,
            "5.5.4 Parameter not offered",
            "parametre-inconnu",
            "MAIL porte un paramètre que EHLO n'annonce pas, ou une valeur qu'il n'a pas (RFC 5321, 4.1.1.11).");
      }
    }
    String size = parameters.getOrDefault("SIZE", "0");
    if (new BigInteger(size).compareTo(BigInteger.valueOf(at.settings().largest())) > 0) {
      return refuse(
          "MAIL",
          552,
          "5.3.4 Message too big",
          "message-trop-gros",
          "Ce message dépasse la taille que EHLO annonce (SIZE).");
    }
    String from = path.get().address();
    // The null path is that of notifications, such as an MDN (RFC 8098 section 3).
    if (!from.isEmpty() && !from.equalsIgnoreCase(known.address())) {
      return refuse(
          "MAIL",
          553,
          "5.7.1 Not your mailbox",
          "expediteur-d-un-autre",
          "Envoyez depuis la boîte authentifiée, " + known.address() + ".");
    }
    inTransaction = true;
    reversePath = from.isEmpty() ? "" : known.address();
    return onward(250, "2.1.0 OK");
  }

  /** Whether {@code MAIL} may bear this; {@code RCPT} bears nothing that is offered. */
  private boolean isKnown(String parameter, String value) {
    return switch (parameter) {
      case "SIZE" -> isOffered("SIZE") && SIZE.matcher(value).matches();
      case "BODY" ->
          isOffered("8BITMIME")
              && List.of("7BIT", "8BITMIME").contains(value.toUpperCase(Locale.ROOT));
      // RFC 4954 section 5: who wrote the message, which changes nothing here.
      case "AUTH" -> !value.isEmpty();
      default -> false;
    };
  }

  private Step recipient(String rest) {
    if (!inTransaction) {
      return refuse(
          "RCPT", 503, "5.5.1 MAIL first", "ordre-des-commandes", "MAIL vient avant RCPT.");
    }
    Optional<PathArgument> path = PathArgument.read("TO:", rest);
    if (path.isEmpty()) {
      return onward(501, "5.5.4 RCPT TO:<address>");
    }
    if (!path.get().parameters().isEmpty()) {
      refusedRecipients.put(path.get().address(), "555 5.5.4");
      return onward(555, "5.5.4 Parameter not offered");
    }
    if (recipients.size() >= MOST_RECIPIENTS) {
      return onward(452, "4.5.3 Too many recipients");
    }
    String address = path.get().address();
    Optional<Mailbox> mailbox = at.store().mailbox(address);
    if (mailbox.isEmpty()) {
      refusedRecipients.put(address, "550 5.1.1");
      return onward(550, "5.1.1 No such mailbox");
    }
    if (!recipients.contains(mailbox.get())) {
      recipients.add(mailbox.get());
    }
    return onward(250, "2.1.5 OK");
  }

  private Step beginData(String rest) {
    if (!inTransaction) {
      return refuse(
          "DATA",
          503,
          "5.5.1 MAIL first",
          "ordre-des-commandes",
          "MAIL et RCPT viennent avant DATA.");
    }
    if (!rest.isEmpty()) {
      return onward(501, "5.5.4 No parameter");
    }
    if (recipients.isEmpty()) {
      return onward(554, "5.5.1 No valid recipient");
    }
    inData = true;
    // RFC 1870 section 5 counts neither the last line nor the dots that are doubled: at most one in
    // three bytes. Exactly counted once it is here.
    long largest = at.settings().largest();
    return Step.on(
        "354 Go ahead\r\n",
        new Awaits.Until("\r\n.\r\n", 2, largest + largest / 3 + ".\r\n".length()));
  }

  private Step data(Unit unit) {
    inData = false;
    Step step = deliver(unit);
    forget();
    return step;
  }

  private Step deliver(Unit unit) {
    if (!unit.whole()) {
      return tooBig();
    }
    try {
      SubmittedData message = SubmittedData.of(unit.bytes());
      submitted = message;
      if (message.size() > at.settings().largest()) {
        return tooBig();
      }
      if (message.bareLineEnd() || message.nul()) {
        return end(
            "DATA",
            554,
            "5.6.0 Bare CR, bare LF or NUL",
            "message-malforme",
            "Terminez les lignes par CR LF, et n'écrivez ni CR ou LF seul, ni NUL (RFC 5322, 2.3).");
      }
      at.store()
          .deliver(
              Content.joined(List.of(Content.of(trace(unit.tls())), message)),
              recipients.stream().map(Mailbox::address).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("a received message cannot be read again", e);
    }
    return over("DATA", "", 250, "2.0.0 Accepted", null);
  }

  private Step tooBig() {
    return end(
        "DATA",
        552,
        "5.3.4 Message too big",
        "message-trop-gros",
        "Ce message dépasse la taille que EHLO annonce (SIZE).");
  }

  // RFC 5321 section 4.4; the protocol is that of RFC 3848.
  private byte[] trace(TlsFacts tls) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(at.clock().instant().atOffset(ZoneOffset.UTC));
    return ("Return-Path: <"
            + reversePath
            + ">\r\nReceived: from "
            + cut(helloName)
            + " (["
            + peer.address()
            + "])\r\n by "
            + host()
            + " with "
            + (isSecure(tls) ? "ESMTPSA" : "ESMTPA")
            + ";\r\n "
            + date
            + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private void forget() {
    inTransaction = false;
    reversePath = "";
    recipients.clear();
    refusedRecipients.clear();
    submitted = null;
  }

  /** An answer within a transaction. */
  private static Step onward(int code, String text) {
    return Step.on(code + " " + text + "\r\n", LINE);
  }

  private Step refuse(String verb, int code, String text, String word, String reason) {
    return inTransaction ? onward(code, text) : end(verb, code, text, word, reason);
  }

  /** A refusal that ends the exchange, be it a transaction. */
  private Step end(String verb, int code, String text, String word, String reason) {
    return over(verb, "", code, text, new Refusal(word, reason));
  }

  private Step over(String verb, String target, int code, String text, @Nullable Refusal refusal) {
    return Step.over(code + " " + text + "\r\n", LINE, told(verb, target, code, Map.of(), refusal));
  }

  private Told told(
      String verb,
      String target,
      int code,
      Map<String, Object> decoded,
      @Nullable Refusal refusal) {
    Map<String, Object> view = new LinkedHashMap<>(decoded);
    if (inTransaction) {
      view.put("expediteur", reversePath);
      view.put("destinataires", recipients.stream().map(Mailbox::address).toList());
      view.put("destinatairesRefuses", Map.copyOf(refusedRecipients));
    }
    String transaction = "SMTP " + (verb.isEmpty() ? "ligne" : verb);
    return new Told(
        inTransaction ? TRANSACTION : transaction,
        verb,
        cut(target),
        code,
        inTransaction
            ? watch.mail(
                reversePath,
                recipients.stream().map(Mailbox::address).toList(),
                submitted,
                refusal == null && submitted != null)
            : watch.command(verb, refusal),
        view,
        refusal);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), 200));
  }

  @Override
  public Step farewell() {
    return end(
        "",
        421,
        "4.4.2 " + host() + " Idle for too long",
        "delai-depasse",
        "Rien n'est venu pendant le temps accordé : la session est close.");
  }

  @Override
  public void close() {
    forget();
  }
}
