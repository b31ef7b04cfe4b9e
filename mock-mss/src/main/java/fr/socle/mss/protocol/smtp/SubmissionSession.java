package fr.socle.mss.protocol.smtp;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.content.Content;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.session.Awaits;
import fr.socle.bench.session.Session;
import fr.socle.bench.session.SessionLink;
import fr.socle.bench.session.Step;
import fr.socle.bench.session.Step.Then;
import fr.socle.bench.session.Told;
import fr.socle.bench.session.Unit;
import fr.socle.mss.protocol.mail.SessionWatch;
import fr.socle.mss.protocol.smtp.SubmissionEndpoint.Role;
import fr.socle.mss.service.MailAccess.Granted;
import fr.socle.mss.service.MailFault;
import fr.socle.mss.service.MailFault.Armed;
import fr.socle.mss.service.Mailbox;
import fr.socle.mss.service.Routing.Refused;
import fr.socle.mss.service.SessionGuard.Post;
import fr.socle.mss.service.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
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
  private static final String HOST = "smtp.socle.test";
  private static final String TRANSACTION = "SMTP message";
  private static final int LONGEST_LINE = 32 * 1024;
  private static final Awaits LINE = new Awaits.Line(LONGEST_LINE);
  // What the client wrote is not told: it may be a token sent on the wrong line.
  private static final String UNKNOWN = "inconnue";
  private static final Pattern SIZE = Pattern.compile("\\d{1,20}");

  private final SubmissionEndpoint at;
  private final SessionLink link;
  private final SessionWatch watch;
  private String helloName = "";
  private @Nullable Mailbox sender;
  private @Nullable Post post;
  private @Nullable Dialogue dialogue;
  private @Nullable Transaction transaction;
  private boolean inData;
  private @Nullable Content submitted;

  SubmissionSession(SubmissionEndpoint at, SessionLink link) {
    this.at = at;
    this.link = link;
    this.watch = new SessionWatch("smtp", at.access()::mailbox);
  }

  @Override
  public Step greet() {
    return Step.on("220 " + HOST + " ESMTP Socle\r\n", LINE);
  }

  @Override
  public Step received(Unit unit, RequestFaults faults) {
    Armed armed = (fault, given) -> faults.take(fault.label(), given);
    if (inData) {
      return data(unit, armed);
    }
    watch.sees(unit);
    if (!unit.whole()) {
      return over(
          "",
          SmtpAnswer.refused(
                  500,
                  "5.5.2 Line too long",
                  "ligne-trop-longue",
                  "Coupez la ligne : elle dépasse 32 Kio.")
              .and(Then.CLOSE));
    }
    String line = new String(unit.bytes().all(), StandardCharsets.ISO_8859_1);
    if (!line.endsWith("\r\n")) {
      return over(
          "",
          SmtpAnswer.refused(
                  500,
                  "5.5.2 Lines end with CRLF",
                  "fin-de-ligne",
                  "Terminez chaque ligne par CR LF (RFC 5321, 2.3.8).")
              .and(Then.CLOSE));
    }
    line = line.substring(0, line.length() - 2);
    if (line.chars().anyMatch(each -> (each < 0x20 && each != '\t') || each > 0x7e)) {
      return say(
          "",
          SmtpAnswer.refused(
              500,
              "5.5.2 Only ASCII in commands",
              "caractere-interdit",
              "Écrivez les commandes en ASCII, sans caractère de commande (RFC 5321, 2.4)."));
    }
    return dialogue != null ? answered(dialogue, line, armed) : command(line, unit, armed);
  }

  private Step command(String line, Unit unit, Armed armed) {
    int blank = line.indexOf(' ');
    String verb = (blank < 0 ? line : line.substring(0, blank)).toUpperCase(Locale.ROOT);
    String rest = blank < 0 ? "" : line.substring(blank + 1).strip();
    Transaction open = transaction;
    if (open != null && open.isTooLong()) {
      return over(
          "",
          SmtpAnswer.over(
              "4.7.0 Too many commands",
              "trop-de-commandes",
              "Terminez le message ou abandonnez-le : trop de commandes depuis MAIL."));
    }
    if (isOver() || isEnded(armed)) {
      return ended();
    }
    return replaced(verb, rest, armed).orElseGet(() -> served(verb, rest, unit, armed));
  }

  private Step served(String verb, String rest, Unit unit, Armed armed) {
    return switch (verb) {
      case "EHLO", "HELO" -> hello(verb, rest, unit.tls(), armed);
      case "STARTTLS" -> startTls(rest, unit, armed);
      case "AUTH" -> authenticate(rest, unit.tls(), armed);
      case "MAIL" -> mail(rest, unit.tls(), armed);
      case "RCPT" -> recipient(rest, armed);
      case "DATA" -> beginData(rest);
      case "RSET" -> forgetting(over(verb, SmtpAnswer.ok(250, "2.0.0 OK")));
      case "NOOP" -> say(verb, SmtpAnswer.ok(250, "2.0.0 OK"));
      case "VRFY" ->
          say(
              verb,
              SmtpAnswer.refused(
                  252,
                  "2.5.1 Cannot verify",
                  "non-offert",
                  "VRFY ne dit rien ici : envoyez le message."));
      case "QUIT" -> over(verb, SmtpAnswer.ok(221, "2.0.0 Bye").and(Then.CLOSE));
      default ->
          say(
              UNKNOWN,
              SmtpAnswer.refused(
                  500,
                  "5.5.1 Unknown command",
                  "commande-inconnue",
                  "Cette commande n'existe pas ici."));
    };
  }

  /** The addresses that a fault may be limited to. */
  private String[] concerned(String said) {
    Transaction open = transaction;
    Mailbox known = sender;
    Stream<String> envelope =
        open == null
            ? Stream.of()
            : Stream.concat(
                Stream.of(open.from()),
                open.recipients().stream().map(each -> each.fate().address()));
    Stream<String> own = known == null ? Stream.of() : Stream.of(known.address());
    return Stream.of(own, envelope, Stream.of(said)).flatMap(each -> each).toArray(String[]::new);
  }

  /** What a fault answers instead. */
  private Optional<Step> replaced(String verb, String rest, Armed armed) {
    String word = verb.equals("RCPT") ? "TO:" : "FROM:";
    String said = PathArgument.read(word, rest).map(PathArgument::address).orElse("");
    // Of a recipient, not of those before him.
    String[] addresses = verb.equals("RCPT") ? new String[] {said} : concerned(said);
    return reply(verb, armed, addresses)
        .map(
            answer -> {
              Transaction open = transaction;
              if (open != null && verb.equals("RCPT") && answer.then() == Then.KEEP) {
                return Step.on(open.refuse(said, answer.code(), answer.text()).line(), LINE);
              }
              return answer.then() == Then.KEEP ? say(verb, answer) : over(verb, answer);
            });
  }

  private static Optional<SmtpAnswer> reply(String verb, Armed armed, String... addresses) {
    return armed
        .take(
            MailFault.REPLY,
            given -> verb.equals(given.get("commande")) && Armed.concerns(given, addresses))
        .map(
            given -> {
              int code = Integer.parseInt(given.getOrDefault("code", "451"));
              String text = given.getOrDefault("texte", code / 100 + ".0.0 Socle");
              SmtpAnswer answer =
                  code < 400
                      ? SmtpAnswer.ok(code, text)
                      : SmtpAnswer.refused(
                          code,
                          text,
                          "panne",
                          "Cette réponse est une panne armée exprès (smtp-reponse).");
              return code == 421 ? answer.and(Then.CLOSE) : answer;
            });
  }

  private boolean isOver() {
    return post != null && post.isOver();
  }

  private boolean isEnded(Armed armed) {
    Mailbox known = sender;
    return known != null && armed.take(MailFault.SESSION_OVER, known.address()).isPresent();
  }

  private Step ended() {
    return over(
        "",
        SmtpAnswer.over(
            "4.7.0 Session over, authenticate again",
            "session-terminee",
            "Le jeton de cette session ne vaut plus rien : rouvrez-la avec un jeton frais si la"
                + " session Pro Santé Connect dure encore (ECO.1.2.7)."));
  }

  @Override
  public @Nullable Step woken() {
    // In the midst of a message, what comes next is told.
    return transaction == null && dialogue == null && isOver() ? ended() : null;
  }

  private Step hello(String verb, String name, TlsFacts tls, Armed armed) {
    if (name.isEmpty()) {
      return say(
          verb,
          SmtpAnswer.refused(
              501, "5.5.4 Name missing", "nom-absent", "Dites votre nom après " + verb + "."));
    }
    Optional<Map<String, String>> down = armed.take(MailFault.DOWN, concerned(""));
    if (down.isPresent()) {
      boolean silent = "silence".equals(down.get().get("mode"));
      Refusal why =
          new Refusal("operateur-indisponible", "L'opérateur est indisponible (panne armée).");
      return silent
          ? Step.over("", LINE, told(verb, name, 0, Map.of(), why))
          : over(verb, new SmtpAnswer(421, "4.3.2 Service not available", why, Then.CLOSE));
    }
    helloName = name;
    if (verb.equals("HELO")) {
      return forgetting(over(verb, name, SmtpAnswer.ok(250, HOST), Map.of()));
    }
    boolean noTls = !isSecure(tls) && armed.take(MailFault.NO_STARTTLS, concerned("")).isPresent();
    List<String> offered =
        offered(tls).stream().filter(each -> !noTls || !each.equals("STARTTLS")).toList();
    StringBuilder text = new StringBuilder();
    List<String> all = Stream.concat(Stream.of(HOST), offered.stream()).toList();
    for (int i = 0; i < all.size(); i++) {
      text.append("250").append(i == all.size() - 1 ? ' ' : '-').append(all.get(i)).append("\r\n");
    }
    return forgetting(
        Step.over(text.toString(), LINE, told(verb, name, 250, Map.of("offert", offered), null)));
  }

  /** A step that ends the transaction if there is one, told as part of it. */
  private Step forgetting(Step step) {
    transaction = null;
    submitted = null;
    return step;
  }

  private List<String> offered(TlsFacts tls) {
    List<String> offered = new ArrayList<>();
    offered.add("PIPELINING");
    offered.add("8BITMIME");
    offered.add("ENHANCEDSTATUSCODES");
    offered.add("DSN");
    offered.add("SIZE " + at.settings().largest());
    if (!isSecure(tls)) {
      offered.add("STARTTLS");
    }
    List<String> mechanisms = mechanisms(tls);
    if (!mechanisms.isEmpty()) {
      offered.add("AUTH " + String.join(" ", mechanisms));
    }
    return offered.stream().filter(each -> isOffered(each.split(" ", 2)[0])).toList();
  }

  private List<String> mechanisms(TlsFacts tls) {
    if (at.role() == Role.OPERATOR || !mayAuthenticate(tls)) {
      return List.of();
    }
    List<String> all = new ArrayList<>(List.of("XOAUTH2", "OAUTHBEARER"));
    // mssante.md 1.4: the certificate comes first.
    if (tls.clientCertificate().isPresent()) {
      all.add("PLAIN");
    }
    return all.stream().filter(this::isOffered).toList();
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

  private Step startTls(String rest, Unit unit, Armed armed) {
    if (armed.take(MailFault.NO_STARTTLS, concerned("")).isPresent()) {
      return say(
          "STARTTLS",
          SmtpAnswer.refused(
              502,
              "5.5.1 Command not implemented",
              "starttls-impossible",
              "STARTTLS n'est pas annoncé (panne armée) : n'envoyez pas le jeton."));
    }
    if (armed.take(MailFault.STARTTLS_REFUSED, concerned("")).isPresent()) {
      return say(
          "STARTTLS",
          SmtpAnswer.refused(
              454,
              "4.7.0 TLS not available",
              "starttls-refuse",
              "TLS est indisponible pour l'instant (panne armée) : n'envoyez pas le jeton."));
    }
    if (isSecure(unit.tls()) || !isOffered("STARTTLS")) {
      return say(
          "STARTTLS",
          SmtpAnswer.refused(
              503,
              "5.5.1 Not now",
              "starttls-impossible",
              "TLS est déjà là, ou n'est pas offert : lisez la réponse à EHLO."));
    }
    if (!rest.isEmpty()) {
      return say(
          "STARTTLS",
          SmtpAnswer.refused(
              501,
              "5.5.4 No parameter",
              "parametre-inconnu",
              "STARTTLS n'a pas de paramètre (RFC 3207, 4)."));
    }
    if (unit.more()) {
      return over(
          "STARTTLS",
          SmtpAnswer.refused(
                  554,
                  "5.5.0 Commands after STARTTLS",
                  "commandes-avant-tls",
                  "Attendez la réponse à STARTTLS puis négociez TLS : des octets en clair le suivaient (RFC 3207, 4).")
              .and(Then.CLOSE));
    }
    watch.startsAgain();
    Step step = over("STARTTLS", SmtpAnswer.ok(220, "2.0.0 Go ahead").and(Then.START_TLS));
    helloName = "";
    enter(null, null);
    return forgetting(step);
  }

  private void enter(@Nullable Mailbox mailbox, @Nullable String token) {
    Post before = post;
    if (before != null) {
      before.close();
    }
    sender = mailbox;
    post = mailbox == null ? null : at.guard().watch(token, link::wake);
  }

  private Step authenticate(String rest, TlsFacts tls, Armed armed) {
    String[] words = rest.split(" +", -1);
    String asked = words[0].toUpperCase(Locale.ROOT);
    if (helloName.isEmpty() || transaction != null || sender != null) {
      return say(
          "AUTH",
          SmtpAnswer.refused(
              503,
              "5.5.1 Bad sequence of commands",
              "ordre-des-commandes",
              "AUTH vient une fois, après EHLO et hors d'un message (RFC 4954, 4)."));
    }
    if (!mayAuthenticate(tls)) {
      return say(
          "AUTH",
          SmtpAnswer.refused(
              538,
              "5.7.11 Encryption required",
              "auth-sans-tls",
              "Négociez TLS (STARTTLS) avant AUTH : le jeton ne passe jamais en clair (ECO.1.2.1)."));
    }
    if (!mechanisms(tls).contains(asked)) {
      return say(
          "AUTH",
          SmtpAnswer.refused(
              504,
              "5.5.4 Mechanism not offered",
              "mecanisme-non-offert",
              asked.equals("PLAIN")
                  ? "PLAIN vient après un certificat client dans la négociation TLS (ECO.1.3.1) :"
                      + " présentez celui de la boîte applicative."
                  : "Prenez l'un des mécanismes que EHLO annonce."));
    }
    Dialogue opened = new Dialogue(at.access(), asked, tls.clientCertificate());
    dialogue = opened;
    return words.length > 1 ? answered(opened, words[1], armed) : Step.on("334 \r\n", LINE);
  }

  private Step answered(Dialogue opened, String response, Armed armed) {
    // Pro Santé Connect is asked, which may take its time.
    return Step.after(() -> judged(opened, response, armed));
  }

  private Step judged(Dialogue opened, String response, Armed armed) {
    Dialogue.Outcome outcome = opened.answer(response, armed);
    if (outcome.challenge() != null) {
      return Step.on("334 " + outcome.challenge() + "\r\n", LINE);
    }
    dialogue = null;
    Granted granted = outcome.granted();
    SmtpAnswer answer = outcome.answer();
    if (granted == null) {
      return say("AUTH", answer);
    }
    enter(granted.mailbox(), granted.token());
    watch.enters(granted.mailbox());
    return over(
        "AUTH",
        opened.mechanism(),
        answer,
        Map.of("mecanisme", opened.mechanism(), "boite", granted.mailbox().address()));
  }

  private Step mail(String rest, TlsFacts tls, Armed armed) {
    SmtpAnswer early = early(tls);
    if (early != null) {
      return say("MAIL", early);
    }
    if (transaction != null) {
      return Step.on("503 5.5.1 A message is under way\r\n", LINE);
    }
    Optional<PathArgument> path = PathArgument.read("FROM:", rest);
    if (path.isEmpty()) {
      return say(
          "MAIL",
          SmtpAnswer.refused(
              501,
              "5.5.4 MAIL FROM:<address>",
              "syntaxe",
              "Écrivez MAIL FROM:<adresse>, puis les paramètres offerts."));
    }
    Map<String, String> parameters = path.get().parameters();
    for (Map.Entry<String, String> each : parameters.entrySet()) {
      if (!isKnown(each.getKey(), each.getValue(), parameters)) {
        return say(
            "MAIL",
            SmtpAnswer.refused(
                555,
                "5.5.4 Parameter not offered",
                "parametre-inconnu",
                "MAIL porte un paramètre que EHLO n'annonce pas, ou une valeur qu'il n'a pas (RFC 5321, 4.1.1.11)."));
      }
    }
    String from = path.get().address();
    SmtpAnswer refused = refusedSender(from, parameters, tls, armed);
    if (refused != null) {
      return say("MAIL", refused);
    }
    Mailbox known = sender;
    transaction =
        new Transaction(at, from.isEmpty() || known == null ? from : known.address(), parameters);
    return Step.on("250 2.1.0 OK\r\n", LINE);
  }

  private @Nullable SmtpAnswer early(TlsFacts tls) {
    if (at.role() == Role.OPERATOR) {
      return tls.clientCertificate().isPresent()
          ? null
          : SmtpAnswer.refused(
              530,
              "5.7.0 Must issue a STARTTLS command first",
              "certificat-absent",
              "Négociez TLS avec le certificat de l'opérateur avant MAIL.");
    }
    return sender != null
        ? null
        : SmtpAnswer.refused(
            530,
            "5.7.0 Authentication required",
            "authentification-requise",
            "Authentifiez-vous avant d'envoyer (ECO.1.2.1).");
  }

  private @Nullable SmtpAnswer refusedSender(
      String from, Map<String, String> parameters, TlsFacts tls, Armed armed) {
    String size = parameters.getOrDefault("SIZE", "0");
    boolean armedSize =
        armed
            .take(
                MailFault.TOO_BIG,
                given ->
                    !"data".equals(given.get("moment")) && Armed.concerns(given, concerned(from)))
            .isPresent();
    if (armedSize
        || new BigInteger(size).compareTo(BigInteger.valueOf(at.settings().largest())) > 0) {
      return tooBig();
    }
    if (armed.take(MailFault.UNLISTED_SENDER, concerned(from)).isPresent()
        || isUnlisted(from, tls)) {
      return SmtpAnswer.refused(
          550,
          "5.7.1 Sender not in the MSSante white list",
          "expediteur-hors-liste",
          "Le domaine de l'expéditeur n'est pas dans la liste blanche avec ce certificat"
              + " d'opérateur.");
    }
    Mailbox known = sender;
    // The null path is that of notifications, such as an MDN (RFC 8098 section 3).
    boolean foreign = known != null && !from.isEmpty() && !from.equalsIgnoreCase(known.address());
    if (foreign || armed.take(MailFault.SENDER_REFUSED, concerned(from)).isPresent()) {
      return SmtpAnswer.refused(
          553,
          "5.7.1 Not your mailbox",
          "expediteur-d-un-autre",
          "Envoyez depuis la boîte authentifiée"
              + (known == null ? "." : ", " + known.address() + "."));
    }
    return null;
  }

  private boolean isUnlisted(String from, TlsFacts tls) {
    if (at.role() == Role.OPERATOR) {
      X509Certificate certificate = tls.clientCertificate().orElseThrow();
      return from.isEmpty()
          ? !at.whiteList().lists(certificate)
          : !at.whiteList().lists(Mailbox.domainOf(from), certificate);
    }
    return !from.isEmpty() && !at.whiteList().lists(Mailbox.domainOf(from));
  }

  /** Whether {@code MAIL} may bear this. */
  private boolean isKnown(String parameter, String value, Map<String, String> all) {
    return switch (parameter) {
      case "SIZE" -> isOffered("SIZE") && SIZE.matcher(value).matches();
      case "BODY" ->
          isOffered("8BITMIME")
              && List.of("7BIT", "8BITMIME").contains(value.toUpperCase(Locale.ROOT));
      case "RET" ->
          isOffered("DSN") && List.of("FULL", "HDRS").contains(value.toUpperCase(Locale.ROOT));
      case "ENVID" -> isOffered("DSN") && Parameters.envelopeId(all).isPresent();
      // RFC 4954 section 5: who wrote the message, which changes nothing here.
      case "AUTH" -> !value.isEmpty();
      default -> false;
    };
  }

  private Step recipient(String rest, Armed armed) {
    Transaction open = transaction;
    if (open == null) {
      return say(
          "RCPT",
          SmtpAnswer.refused(
              503, "5.5.1 MAIL first", "ordre-des-commandes", "MAIL vient avant RCPT."));
    }
    return Step.on(open.recipient(rest, isOffered("DSN"), armed).line(), LINE);
  }

  private Step beginData(String rest) {
    Transaction open = transaction;
    if (open == null) {
      return say(
          "DATA",
          SmtpAnswer.refused(
              503, "5.5.1 MAIL first", "ordre-des-commandes", "MAIL et RCPT viennent avant DATA."));
    }
    if (!rest.isEmpty()) {
      return Step.on("501 5.5.4 No parameter\r\n", LINE);
    }
    if (open.recipients().isEmpty()) {
      return Step.on("554 5.5.1 No valid recipient\r\n", LINE);
    }
    inData = true;
    // RFC 1870 section 5 counts neither the last line nor the dots that are doubled: at most one in
    // three bytes. Exactly counted once it is here.
    long largest = at.settings().largest();
    return Step.on(
        "354 Go ahead\r\n",
        new Awaits.Until("\r\n.\r\n", 2, largest + largest / 3 + ".\r\n".length()));
  }

  private Step data(Unit unit, Armed armed) {
    inData = false;
    return forgetting(over("DATA", delivered(unit, armed)));
  }

  private SmtpAnswer delivered(Unit unit, Armed armed) {
    Transaction open = transaction;
    if (open == null) {
      throw new IllegalStateException("no transaction");
    }
    if (!unit.whole()) {
      return tooBig();
    }
    Optional<SmtpAnswer> replaced = reply("MESSAGE", armed, concerned(""));
    if (replaced.isPresent()) {
      return replaced.get();
    }
    try {
      SubmittedData message = SubmittedData.of(unit.bytes());
      submitted = message;
      if (message.size() > at.settings().largest()) {
        return tooBig();
      }
      if (message.bareLineEnd() || message.nul()) {
        return SmtpAnswer.refused(
            554,
            "5.6.0 Bare CR, bare LF or NUL",
            "message-malforme",
            "Terminez les lignes par CR LF, et n'écrivez ni CR ou LF seul, ni NUL (RFC 5322, 2.3).");
      }
      if (message.headerTooLong()) {
        return SmtpAnswer.refused(
            554,
            "5.6.0 Header too long",
            "en-tete-trop-long",
            "Raccourcissez l'en-tête du message : il dépasse 1 Mio.");
      }
      Optional<Refused> refused =
          at.acceptance()
              .submit(
                  new Submission(
                      open.from(),
                      open.envelopeId(),
                      open.whole(),
                      open.recipients(),
                      Content.joined(List.of(Content.of(trace(open, unit.tls())), message)),
                      open.traits(message)),
                  armed);
      return refused.map(SmtpAnswer::refused).orElseGet(() -> SmtpAnswer.ok(250, "2.0.0 Accepted"));
    } catch (IOException e) {
      throw new UncheckedIOException("a received message cannot be read again", e);
    }
  }

  private static SmtpAnswer tooBig() {
    return SmtpAnswer.refused(
        552,
        "5.3.4 Message too big",
        "message-trop-gros",
        "Ce message dépasse la taille que EHLO annonce (SIZE).");
  }

  // RFC 5321 section 4.4; the protocol is that of RFC 3848.
  private byte[] trace(Transaction open, TlsFacts tls) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(at.clock().instant().atOffset(ZoneOffset.UTC));
    String protocol = "ESMTP" + (isSecure(tls) ? "S" : "") + (sender == null ? "" : "A");
    return ("Return-Path: <"
            + open.from()
            + ">\r\nReceived: from "
            + cut(helloName)
            + " (["
            + link.peer().address()
            + "])\r\n by "
            + HOST
            + " with "
            + protocol
            + ";\r\n "
            + date
            + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** An answer that ends the exchange, unless a transaction goes on. */
  private Step say(String verb, SmtpAnswer answer) {
    return transaction != null ? Step.on(answer.line(), LINE) : over(verb, answer);
  }

  /** An answer that ends the exchange, be it a transaction. */
  private Step over(String verb, SmtpAnswer answer) {
    return over(verb, "", answer, Map.of());
  }

  private Step over(String verb, String target, SmtpAnswer answer, Map<String, Object> decoded) {
    return Step.over(
            answer.line(), LINE, told(verb, target, answer.code(), decoded, answer.refusal()))
        .and(answer.then());
  }

  private Told told(
      String verb,
      String target,
      int code,
      Map<String, Object> decoded,
      @Nullable Refusal refusal) {
    Map<String, Object> view = new LinkedHashMap<>(decoded);
    Transaction open = transaction;
    if (open != null) {
      view.putAll(open.view());
    }
    String alone = "SMTP " + (verb.isEmpty() ? "ligne" : verb);
    Content message = submitted;
    Object seen =
        open == null
            ? watch.command(verb, refusal)
            : watch.mail(
                open.from(),
                open.recipients().stream().map(each -> each.fate().address()).toList(),
                message,
                refusal == null && message != null);
    return new Told(
        open == null ? alone : TRANSACTION, verb, cut(target), code, seen, view, refusal);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), 200));
  }

  @Override
  public Step farewell() {
    return over(
        "",
        SmtpAnswer.refused(
            421,
            "4.4.2 " + HOST + " Idle for too long",
            "delai-depasse",
            "Rien n'est venu pendant le temps accordé : la session est close."));
  }

  @Override
  public void close() {
    enter(null, null);
    transaction = null;
  }
}
