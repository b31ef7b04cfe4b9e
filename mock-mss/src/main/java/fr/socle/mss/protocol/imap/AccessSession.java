package fr.socle.mss.protocol.imap;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.content.Content;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.session.Awaits;
import fr.socle.bench.session.Delivery;
import fr.socle.bench.session.Session;
import fr.socle.bench.session.SessionLink;
import fr.socle.bench.session.Step;
import fr.socle.bench.session.Step.Then;
import fr.socle.bench.session.Told;
import fr.socle.bench.session.Unit;
import fr.socle.mss.protocol.mail.SessionWatch;
import fr.socle.mss.service.MailAccess;
import fr.socle.mss.service.MailAccess.Granted;
import fr.socle.mss.service.SessionGuard.Post;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One IMAP connection: gathers commands, authenticates, waits in IDLE. */
final class AccessSession implements Session {
  private static final int LONGEST_LINE = 64 * 1024;
  private static final int LONGEST_LITERAL = 64 * 1024;
  private static final int MOST_LITERALS = 50;
  private static final Awaits LINE = new Awaits.Line(LONGEST_LINE);
  // What the client wrote is not told: it may be a token sent on the wrong line.
  private static final String UNKNOWN = "inconnue";
  private static final Set<String> VERBS =
      Set.of("CAPABILITY", "NOOP", "ID", "LOGOUT", "STARTTLS", "LOGIN", "AUTHENTICATE");
  private static final Pattern START =
      Pattern.compile("([\\x21-\\x7e&&[^(){%*\"\\\\+]]{1,100})(?: (.*))?", Pattern.DOTALL);
  private static final Pattern LITERAL = Pattern.compile("\\{(\\d{1,18})(\\+?)\\}$");

  private final AccessEndpoint at;
  private final Offer offer;
  private final Authentication authentication;
  private final SessionLink link;
  private Arguments arguments = new Arguments();
  private String tag = "*";
  private String verb = "";
  private State state = State.COMMAND;
  private boolean greeted;
  private @Nullable MailboxCommands commands;
  private @Nullable Post post;
  private RequestFaults armed = RequestFaults.none();
  private final SessionWatch watch;

  /** What the next unit is. */
  private enum State {
    /** The first line of a command. */
    COMMAND,
    /** The line after a literal. */
    REST,
    /** A literal. */
    LITERAL,
    /** An answer to a challenge. */
    RESPONSE,
    /** The end of IDLE. */
    IDLE
  }

  AccessSession(AccessEndpoint at, SessionLink link) {
    this.at = at;
    this.offer = new Offer(at.settings());
    this.authentication = new Authentication(at.access(), offer);
    this.link = link;
    this.watch = new SessionWatch("imap", at.access()::mailbox);
  }

  @Override
  public Step greet() {
    return Step.on("* OK IMAP4rev1 Socle\r\n", LINE);
  }

  @Override
  public Step received(Unit unit, RequestFaults faults) {
    MailboxCommands open = commands;
    if (open != null) {
      open.answered();
    }
    armed = faults;
    if (state == State.COMMAND && isOver()) {
      return ended();
    }
    if (state == State.LITERAL) {
      arguments.addLiteral(unit.bytes());
      state = State.REST;
      return Step.on("", LINE);
    }
    watch.sees(unit);
    if (!unit.whole()) {
      return failed(
          "BYE",
          "Line too long",
          "ligne-trop-longue",
          "Coupez la ligne : elle dépasse 64 Kio ; un texte long est un littéral.");
    }
    String line = new String(unit.bytes().all(), StandardCharsets.ISO_8859_1);
    if (!line.endsWith("\r\n")) {
      return failed(
          "BYE",
          "Lines end with CRLF",
          "fin-de-ligne",
          "Terminez chaque ligne par CR LF (RFC 3501, 2.2).");
    }
    line = line.substring(0, line.length() - 2);
    if (line.indexOf('\0') >= 0 || line.indexOf('\r') >= 0) {
      return failed(
          "BYE",
          "NUL or CR in a line",
          "caractere-interdit",
          "N'écrivez ni NUL ni CR seul (RFC 3501, 4.3.1).");
    }
    return switch (state) {
      case RESPONSE -> {
        state = State.COMMAND;
        yield said(authentication.response(line));
      }
      case IDLE -> endIdle(line);
      default -> more(line, unit);
    };
  }

  /** A line of a command: the first one, or the one after a literal. */
  private Step more(String line, Unit unit) {
    String text = line;
    if (state == State.COMMAND) {
      Matcher start = START.matcher(line);
      if (!start.matches()) {
        return failed(
            "BAD",
            "Tag and command expected",
            "commande-illisible",
            "Écrivez une étiquette, une espace, puis la commande.");
      }
      tag = start.group(1);
      text = start.group(2) == null ? "" : start.group(2);
      arguments = new Arguments();
      verb = verb(text);
    }
    Matcher literal = LITERAL.matcher(text);
    if (!literal.find()) {
      arguments.addText(text);
      return execute(unit);
    }
    return announced(text.substring(0, literal.start()), literal);
  }

  private static String verb(String text) {
    int end = 0;
    while (end < text.length() && " ()\"{".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String word = text.substring(0, end).toUpperCase(Locale.ROOT);
    return VERBS.contains(word) || MailboxCommands.isKnown(word) ? word : UNKNOWN;
  }

  private Step announced(String text, Matcher literal) {
    long size = Long.parseLong(literal.group(1));
    boolean waits = literal.group(2).isEmpty();
    arguments.addText(text);
    if (!waits && !offer.has("LITERAL+")) {
      state = State.COMMAND;
      return over(
          Reply.bad(
                  "LITERAL+ not offered",
                  "litteral-sans-attente",
                  "Attendez la réponse « + » avant le littéral : CAPABILITY n'annonce pas LITERAL+.")
              .and(Then.CLOSE));
    }
    long most =
        commands != null && arguments.isMessage() ? at.settings().largest() : LONGEST_LITERAL;
    if (size > most || arguments.literals() >= MOST_LITERALS) {
      String reason = "Ce littéral est trop grand pour ce serveur : " + size + " octets.";
      state = State.COMMAND;
      Step refused = over(Reply.no("[TOOBIG] Literal too big", "litteral-trop-grand", reason));
      // What follows without waiting cannot be told from commands.
      return waits ? refused : refused.and(Then.CLOSE);
    }
    String go = waits ? "+ Go ahead\r\n" : "";
    if (size == 0) {
      arguments.addLiteral(Content.of(new byte[0]));
      state = State.REST;
      return Step.on(go, LINE);
    }
    state = State.LITERAL;
    return Step.on(go, new Awaits.Bytes(size));
  }

  private Step execute(Unit unit) {
    state = State.COMMAND;
    try {
      return arguments.word().equalsIgnoreCase(verb) ? command(unit) : over(unknown());
    } catch (BadCommandException e) {
      return over(
          Reply.bad(
              String.valueOf(e.getMessage()),
              "syntaxe",
              "La commande n'est pas écrite comme le veut la RFC 3501, section 9 (« "
                  + e.getMessage()
                  + " »)."));
    }
  }

  private Step command(Unit unit) throws BadCommandException {
    MailboxCommands mailbox = commands;
    if (mailbox != null) {
      disturb(mailbox);
    }
    if (mailbox != null && !verb.equals("LOGOUT") && taken(ImapFault.SESSION_OVER).isPresent()) {
      return ended();
    }
    if (!greeted && taken(ImapFault.DOWN).isPresent()) {
      return failed(
          "BYE",
          "[UNAVAILABLE] Service not available",
          "operateur-indisponible",
          "L'opérateur est indisponible (panne armée).");
    }
    greeted = true;
    switch (verb) {
      case "CAPABILITY" -> {
        arguments.end();
        taken(ImapFault.NOT_OFFERED)
            .ifPresent(each -> offer.withhold(each.getOrDefault("capacite", "IDLE")));
        return over(
            Reply.ok(
                "* CAPABILITY " + offer.told(unit.tls(), commands != null) + "\r\n",
                "Capabilities told"));
      }
      case "NOOP" -> {
        arguments.end();
        return over(Reply.ok("", "Done"));
      }
      case "ID" -> {
        return over(
            offer.has("ID")
                ? Reply.ok("* ID (\"name\" \"Socle\")\r\n", "Pleased to meet you")
                : unknown());
      }
      case "LOGOUT" -> {
        arguments.end();
        return over(Reply.ok("* BYE Goodbye\r\n", "Logged out").and(Then.CLOSE));
      }
      case "STARTTLS" -> {
        return over(startTls(unit));
      }
      case "LOGIN" -> {
        return over(login(unit.tls()));
      }
      case "AUTHENTICATE" -> {
        return authenticate(unit.tls());
      }
      default -> {
        // Those of an open mailbox.
      }
    }
    MailboxCommands open = commands;
    if (open == null) {
      return over(
          MailboxCommands.isKnown(verb)
              ? Reply.bad(
                  "Authenticate first",
                  "authentification-requise",
                  "Authentifiez-vous avant " + verb + " (RFC 3501, 3).")
              : unknown());
    }
    if (verb.equals("IDLE") && offer.has("IDLE")) {
      arguments.end();
      return taken(ImapFault.IDLE_REFUSED).isPresent() ? over(unknown()) : idle(open);
    }
    String needed = MailboxCommands.capabilityOf(verb);
    return over(
        MailboxCommands.isKnown(verb) && (needed.isEmpty() || offer.has(needed))
            ? open.execute(verb, tag, arguments)
            : unknown());
  }

  private Reply unknown() {
    return Reply.bad(
        "Unknown command",
        "commande-inconnue",
        "Cette commande n'est pas offerte : lisez CAPABILITY.");
  }

  private Reply startTls(Unit unit) throws BadCommandException {
    arguments.end();
    if (Offer.isSecure(unit.tls()) || commands != null || !offer.has("STARTTLS")) {
      return Reply.bad(
          "Not now",
          "starttls-impossible",
          "TLS est déjà là, ou n'est pas offert : lisez CAPABILITY.");
    }
    if (taken(ImapFault.STARTTLS_REFUSED).isPresent()) {
      return Reply.no(
          "[UNAVAILABLE] TLS cannot begin",
          "starttls-refuse",
          "TLS ne peut pas commencer (panne armée) : n'envoyez pas le jeton.");
    }
    if (unit.more()) {
      return Reply.bad(
              "Commands after STARTTLS",
              "commandes-avant-tls",
              "Attendez la réponse à STARTTLS puis négociez TLS : des octets en clair le suivaient (RFC 3501, 6.2.1).")
          .and(Then.CLOSE);
    }
    return Reply.ok("", "Begin TLS now").and(Then.START_TLS);
  }

  private Reply login(TlsFacts tls) throws BadCommandException {
    Reply refused = early(tls);
    if (refused != null) {
      return refused;
    }
    arguments.space();
    String user = arguments.string();
    arguments.space();
    String password = arguments.string();
    arguments.end();
    return entered(authentication.password(user, password));
  }

  private Step authenticate(TlsFacts tls) throws BadCommandException {
    Reply refused = early(tls);
    if (refused != null) {
      return over(refused);
    }
    taken(ImapFault.TOKEN_REFUSED)
        .ifPresent(
            each ->
                authentication.refuseNext(
                    MailAccess.refusedOnDemand(each.getOrDefault("motif", "expire"))));
    return said(authentication.begin(arguments, tls));
  }

  private @Nullable Reply early(TlsFacts tls) {
    return commands == null
        ? authentication.early(tls)
        : Reply.bad(
            "Already authenticated", "deja-authentifie", "Cette session est déjà authentifiée.");
  }

  /** What the authentication says next. */
  private Step said(Authentication.Said next) {
    if (next instanceof Authentication.Challenge challenge) {
      state = State.RESPONSE;
      return Step.on("+ " + challenge.text() + "\r\n", LINE);
    }
    if (next instanceof Authentication.Asks asks) {
      // Pro Santé Connect is asked, which may take its time.
      return Step.after(() -> said(asks.work().get()));
    }
    return over(entered((Authentication.Over) next));
  }

  private Reply entered(Authentication.Over over) {
    Granted granted = over.granted();
    if (granted == null) {
      return over.reply();
    }
    commands = new MailboxCommands(at, offer, granted.mailbox(), link::wake);
    post = at.guard().watch(granted.token(), link::wake);
    watch.enters(granted.mailbox());
    return over.reply();
  }

  private Optional<Map<String, String>> taken(ImapFault fault) {
    return armed.take(fault.label());
  }

  /** What happens to the open folder meanwhile, when it is told to. */
  private void disturb(MailboxCommands open) {
    if (open.selected().filter(each -> !each.messages().isEmpty()).isPresent()
        && taken(ImapFault.EXPUNGED_ELSEWHERE).isPresent()) {
      open.loseFirst();
    }
    if (List.of("SELECT", "EXAMINE").contains(verb) && taken(ImapFault.NEW_VALIDITY).isPresent()) {
      open.renumberNext();
    }
  }

  /** How the bytes of messages travel. */
  private Delivery delivery(Reply reply) {
    long start = 0;
    for (Content each : reply.untagged()) {
      // A message is a content of its own, after the text that announces it.
      if (start > 0 && each.size() > 1) {
        long middle = start + each.size() / 2;
        if (taken(ImapFault.CUT_LITERAL).isPresent()) {
          return Delivery.cutAfter(middle);
        }
        break;
      }
      start += each.size();
    }
    return taken(ImapFault.DRIP)
        .map(
            each ->
                Delivery.dripping(
                    ImapFault.number(each, "octets", 16),
                    Duration.ofMillis(ImapFault.number(each, "millisecondes", 100))))
        .orElse(Delivery.WHOLE);
  }

  private Step idle(MailboxCommands open) {
    state = State.IDLE;
    String news = open.news(verb);
    if (taken(ImapFault.UNFOUNDED_EXISTS).isPresent()) {
      news += open.selected().map(each -> "* " + each.messages().size() + " EXISTS\r\n").orElse("");
    }
    return Step.over("+ idling\r\n" + news, LINE, told("+", null, Map.of()));
  }

  private boolean isOver() {
    Post known = post;
    return known != null && known.isOver();
  }

  private Step ended() {
    return failed(
        "BYE",
        "Session over, authenticate again",
        "session-terminee",
        "Le jeton de cette session ne vaut plus rien : rouvrez-la avec un jeton frais si la session"
            + " Pro Santé Connect dure encore (ECO.1.2.7).");
  }

  @Override
  public @Nullable Step woken() {
    MailboxCommands open = commands;
    if ((state == State.IDLE || state == State.COMMAND) && isOver()) {
      return ended();
    }
    if (state != State.IDLE || open == null) {
      return null;
    }
    String news = open.news(verb);
    return news.isEmpty()
        ? null
        : Step.over(Content.of(ImapText.bytes(news)), LINE, told("*", null, Map.of()));
  }

  private Step endIdle(String line) {
    state = State.COMMAND;
    verb = "IDLE";
    return over(
        line.equalsIgnoreCase("DONE")
            ? Reply.ok("", "Idle ended")
            : Reply.bad("DONE expected", "syntaxe", "Terminez IDLE par DONE (RFC 2177)."));
  }

  /** A line that is no command; BYE ends the connection. */
  private Step failed(String status, String text, String code, String reason) {
    verb = "";
    state = State.COMMAND;
    Step step =
        Step.over(
            "* " + status + " " + text + "\r\n",
            LINE,
            told(status, new Refusal(code, reason), Map.of()));
    return status.equals("BYE") ? step.and(Then.CLOSE) : step;
  }

  private Step over(Reply reply) {
    MailboxCommands open = commands;
    List<Content> all = new ArrayList<>(reply.untagged());
    if (open != null && reply.then() == Then.KEEP) {
      all.add(Content.of(ImapText.bytes(open.news(verb))));
    }
    all.add(Content.of(ImapText.bytes(tag + " " + reply.status() + " " + reply.text() + "\r\n")));
    Step step =
        Step.over(Content.joined(all), LINE, told(reply.status(), reply.refusal(), reply.decoded()))
            .and(reply.then());
    boolean fetches = reply.status().equals("OK") && reply.text().equals(MessageCommands.FETCHED);
    return fetches ? step.travelling(delivery(reply)) : step;
  }

  private Told told(String status, @Nullable Refusal refusal, Map<String, Object> decoded) {
    Map<String, Object> view = new LinkedHashMap<>(decoded);
    view.put("reponse", status);
    return new Told(
        "IMAP " + (verb.isEmpty() ? "ligne" : verb),
        verb,
        "",
        null,
        watch.command(verb, refusal),
        view,
        refusal);
  }

  @Override
  public Step farewell() {
    verb = state == State.COMMAND ? "" : verb;
    Refusal why =
        new Refusal("delai-depasse", "Rien n'est venu pendant 30 minutes : la session est close.");
    return Step.over("* BYE Idle for too long\r\n", LINE, told("BYE", why, Map.of()));
  }

  @Override
  public void close() {
    MailboxCommands open = commands;
    if (open != null) {
      open.close();
    }
    Post known = post;
    if (known != null) {
      known.close();
    }
  }
}
