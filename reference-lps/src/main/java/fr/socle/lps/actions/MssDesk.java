package fr.socle.lps.actions;

import fr.socle.lps.mss.client.Access;
import fr.socle.lps.mss.client.Key;
import fr.socle.lps.mss.client.MailFailure;
import fr.socle.lps.mss.client.MailTls;
import fr.socle.lps.mss.client.Servers;
import fr.socle.lps.mss.client.Submission;
import fr.socle.lps.mss.message.Account;
import fr.socle.lps.mss.message.MailTrace;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.psc.ProfessionalProfile;
import fr.socle.lps.psc.PscFailure;
import fr.socle.lps.psc.PscProblem;
import fr.socle.lps.psc.PscSession;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mailboxes of the user, and his sessions with their operator: opened with the token of his
 * login, ended with it (ECO.1.2.1, 1.2.6, 1.2.7). The user acts on one thread, his session may end
 * on another.
 */
final class MssDesk implements AutoCloseable {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final String NO_MAILBOX =
      "Réglez d'abord votre boîte MSSanté : le logiciel ne connaît pas son adresse.";

  private final Services services;
  private final SessionActions sessions;
  private final Clock clock;
  private final Defects defects;
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<String, Access> open = new LinkedHashMap<>();
  private final Map<String, Servers> servers = new LinkedHashMap<>();
  private final List<MailTrace> traces = new ArrayList<>();
  private @Nullable Key lastKey; // only a mutant reads it

  MssDesk(Services services, SessionActions sessions, Clock clock, Defects defects) {
    this.services = services;
    this.sessions = sessions;
    this.clock = clock;
    this.defects = defects;
  }

  /** Something is done with a session of a mailbox. */
  @FunctionalInterface
  interface Use<T> {
    T with(Access access) throws MailFailure;
  }

  synchronized void forgetAll() {
    endSessions();
    accounts.clear();
    servers.clear();
    traces.clear();
    lastKey = null;
  }

  /** The user has a mailbox, at that operator. */
  synchronized void know(Account account, Servers where) {
    Account before = accounts.get(account.address());
    accounts.put(
        account.address(),
        before != null && defects.has(Mutant.MSS_ADRESSE_DE_REPONSE_FIGEE)
            ? account.answeredAt(before.replyTo())
            : account);
    servers.put(account.address(), where);
    endSession(account.address());
  }

  synchronized List<Account> accounts() {
    return List.copyOf(accounts.values());
  }

  /** The mailbox that is named, else the first. */
  synchronized Account account(Optional<String> address) throws MailFailure {
    Account account =
        address.isPresent()
            ? accounts.get(address.get())
            : accounts.values().stream().findFirst().orElse(null);
    if (account == null) {
      throw new MailFailure(NO_MAILBOX, false, "");
    }
    return account;
  }

  /** Who is logged in. */
  Optional<ProfessionalProfile> who() {
    return sessions.profile();
  }

  /** Tries both servers. */
  void tryOut(Account account) throws MailFailure, InterruptedException {
    MailFailure first = null;
    try {
      submission(account).tryOut(named(account), key(account));
    } catch (MailFailure e) {
      first = e; // the other one is tried all the same
    }
    using(account, access -> true);
    if (first != null) {
      throw first;
    }
  }

  /** Sends a message. */
  Map<String, Submission.Delivery> send(
      Account account, String from, byte[] message, List<String> recipients)
      throws MailFailure, InterruptedException {
    return submission(account).send(named(account), from, key(account), message, recipients);
  }

  private Submission submission(Account account) throws MailFailure {
    return new Submission(where(account).submission(), tls(account));
  }

  /** Does something with the mailbox; a session that the operator ended is opened again. */
  synchronized <T> T using(Account account, Use<T> use) throws MailFailure, InterruptedException {
    Access there = open.get(account.address());
    if (there != null) {
      if (!defects.has(Mutant.MSS_SESSION_GARDEE)) {
        key(account); // ECO.1.2.6: nothing is done once the login is over
      }
      try {
        return use.with(there);
      } catch (MailFailure e) {
        endSession(account.address());
        if (!e.passing() || defects.has(Mutant.MSS_SESSION_NON_ROUVERTE)) {
          throw e;
        }
      }
    }
    Access fresh = Access.open(where(account).access(), tls(account), named(account), key(account));
    open.put(account.address(), fresh);
    return use.with(fresh);
  }

  /** The login is over: so are the sessions it opened. */
  synchronized void endSessions() {
    if (defects.has(Mutant.MSS_SESSION_GARDEE)) {
      return;
    }
    List.copyOf(open.keySet()).forEach(this::endSession);
  }

  private void endSession(String address) {
    Access access = open.remove(address);
    if (access != null) {
      access.close();
    }
  }

  private String named(Account account) {
    if (!account.personal() && defects.has(Mutant.MSS_APPLICATIVE_SANS_ADRESSE)) {
      return "CABINET";
    }
    Mutant wrong =
        account.personal() ? Mutant.MSS_BOITE_MAL_NOMMEE : Mutant.MSS_APPLICATIVE_MAL_NOMMEE;
    return (defects.has(wrong) ? "autre." : "") + account.address();
  }

  private Servers where(Account account) throws MailFailure {
    Servers where = servers.get(account.address());
    if (where == null) {
      throw new MailFailure(NO_MAILBOX, false, "");
    }
    return where;
  }

  private MailTls tls(Account account) throws MailFailure {
    try {
      return services.mail(
          !account.personal() && !defects.has(Mutant.MSS_APPLICATIVE_SANS_CERTIFICAT));
    } catch (Services.NotReady e) {
      throw new MailFailure(String.valueOf(e.getMessage()), false, "");
    } catch (IOException e) {
      throw new MailFailure(
          "La messagerie ne peut pas être appelée : " + e.getMessage() + ".", false, "");
    }
  }

  private Key key(Account account) throws MailFailure, InterruptedException {
    if (!account.personal()) {
      return new Key("PLAIN", "-");
    }
    Key kept = lastKey;
    if (kept != null && defects.has(Mutant.MSS_JETON_GARDE)) {
      return kept; // ECO.1.2.5
    }
    PscSession session =
        sessions.current().orElseThrow(() -> new MailFailure(Seat.NOBODY, false, ""));
    try {
      PscSession current = services.psc().current(session);
      sessions.renewed(session, current);
      Key key = Key.token(current.subjectToken());
      lastKey = key;
      return key;
    } catch (PscFailure e) {
      if (e.endsSession()) {
        sessions.leave();
      }
      throw new MailFailure(e.told(), !e.endsSession(), "");
    } catch (PscProblem e) {
      throw new MailFailure(e.told(), false, "");
    } catch (Services.NotReady e) {
      throw new MailFailure(String.valueOf(e.getMessage()), false, "");
    }
  }

  /** Writes what was done in the log of the mail. */
  synchronized void trace(String action, String request, String answer, String about) {
    if (defects.has(Mutant.MSS_TRACE_OUBLIEE)
        || (answer.startsWith("échec") && defects.has(Mutant.MSS_ECHEC_NON_TRACE))) {
      return;
    }
    traces.add(
        new MailTrace(
            OffsetDateTime.ofInstant(clock.instant(), PARIS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString(),
            defects.has(Mutant.MSS_TRACE_SANS_AUTEUR)
                ? ""
                : who().map(ProfessionalProfile::nationalId).orElse(""),
            action,
            request,
            defects.has(Mutant.MSS_TRACE_SANS_REPONSE) ? "" : answer,
            about));
  }

  synchronized List<MailTrace> traces() {
    return List.copyOf(traces);
  }

  @Override
  public synchronized void close() {
    List.copyOf(open.keySet()).forEach(this::endSession);
  }
}
