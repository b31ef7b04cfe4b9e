package fr.socle.lps.actions;

import fr.socle.lps.comptes.Account;
import fr.socle.lps.comptes.Accounts;
import fr.socle.lps.dmp.soap.DmpDoor;
import fr.socle.lps.dmp.soap.DmpUnreachable;
import fr.socle.lps.insi.InsiClient;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import fr.socle.lps.proxy.EsanteProxy;
import fr.socle.lps.proxy.EsanteProxy.Means;
import fr.socle.lps.proxy.ProxyProblem;
import fr.socle.lps.proxy.ProxySession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Being logged in behind the Proxy e-Santé: while it lasts, INSi and the DMP are called through it.
 */
final class ProxyDesk {

  private static final String LOGGED_OUT =
      "vous n'êtes plus connecté au Proxy e-Santé : reconnectez-vous";

  private final Services services;
  private final Accounts accounts;
  private final Defects defects;
  private volatile @Nullable ProxySession session;
  private volatile @Nullable Account account;

  ProxyDesk(Services services, Accounts accounts, Defects defects) {
    this.services = services;
    this.accounts = accounts;
    this.defects = defects;
  }

  /**
   * The action of logging in through the proxy.
   *
   * @param before what else ends when somebody logs in this way
   */
  UserAction login(Runnable before) {
    return UserAction.of(
        "authentifier-ps-proxy",
        input -> {
          String nationalId = input.text("identifiantNational");
          Means means = means(input);
          return () -> {
            before.run();
            leave();
            return login(nationalId, means);
          };
        });
  }

  /** Whether somebody is logged in through the proxy. */
  boolean connected() {
    return session != null;
  }

  /** His account here: the proxy says nothing of him (psc.md 2.7). On any thread. */
  Optional<Account> account() {
    return session == null ? Optional.empty() : Optional.ofNullable(account);
  }

  /** What the user who is logged in sees. */
  SessionView view(List<String> messages) {
    ProxySession current = session;
    return current == null
        ? SessionView.disconnected(messages)
        : SessionView.known(current.nationalId(), messages);
  }

  /** Logs out of the proxy. */
  Outcome logout() throws InterruptedException {
    ProxySession closing = session;
    List<String> messages = new ArrayList<>(List.of("Vous êtes déconnecté."));
    if (closing != null) {
      try {
        services.proxy().disconnect(closing).ifPresent(messages::add);
      } catch (Services.NotReady e) {
        messages.add(String.valueOf(e.getMessage()));
      }
    }
    session = null;
    if (!defects.has(Mutant.PROXY_ENVOI_APRES_DECONNEXION)) {
      services.straight();
    }
    return Outcome.done(SessionView.disconnected(messages), 1);
  }

  /** Somebody else sits down: whoever was logged in is not any more on this side. */
  void leave() {
    session = null;
    services.straight();
  }

  private Outcome login(String nationalId, Means means) throws InterruptedException {
    try {
      EsanteProxy.Login login = services.proxy().connect(nationalId, means);
      session = login.session();
      account = accounts.known(nationalId).orElse(null);
      services.throughProxy(door(login.session()), dmp(login.session()));
      return Outcome.done(view(told(login)), login.number() == null ? 1 : 2);
    } catch (ProxyProblem e) {
      return ended(e.told());
    } catch (Services.NotReady e) {
      return ended(String.valueOf(e.getMessage()));
    }
  }

  /** The way to INSi under a session; it stays shut once the proxy does not know that session. */
  private InsiClient.Door door(ProxySession opened) {
    return (path, type, body) -> {
      if (session == null && !defects.has(Mutant.PROXY_ENVOI_APRES_DECONNEXION)) {
        throw new InsiClient.Closed(LOGGED_OUT);
      }
      try {
        return services.proxy().send(opened, "insi", path, type, body);
      } catch (ProxyProblem e) {
        if (e.endsSession()) {
          session = null;
        }
        throw new InsiClient.Closed(e.told());
      } catch (Services.NotReady e) {
        throw new InsiClient.Closed(String.valueOf(e.getMessage()));
      }
    };
  }

  /** The same to the DMP, whose services keep their path behind the name of the API. */
  private DmpDoor.Way dmp(ProxySession opened) {
    return (service, type, message) -> {
      if (session == null && !defects.has(Mutant.PROXY_ENVOI_APRES_DECONNEXION)) {
        throw new DmpUnreachable(LOGGED_OUT);
      }
      try {
        String path = services.address("dmp").getRawPath().replaceFirst("/?$", "/") + service;
        return services.proxy().send(opened, "dmp", path, type, message);
      } catch (ProxyProblem e) {
        if (e.endsSession()) {
          session = null;
        }
        throw new DmpUnreachable(e.told());
      } catch (Services.NotReady e) {
        throw new DmpUnreachable(String.valueOf(e.getMessage()));
      }
    };
  }

  private static List<String> told(EsanteProxy.Login login) {
    String number = login.number();
    return number == null
        ? List.of("Votre session au Proxy e-Santé est reprise.")
        : List.of("Nombre à comparer avec celui de votre téléphone ou lecteur : " + number + ".");
  }

  private static Means means(Input input) {
    String word = input.optionalText("moyen").orElse("e-cps");
    return switch (word) {
      case "e-cps" -> Means.MOBILE;
      case "carte" -> Means.CARD;
      default -> throw new InputRefused("« moyen » est e-cps ou carte.");
    };
  }

  private static Outcome ended(String message) {
    return Outcome.failed(SessionView.disconnected(List.of(message)), 1, message);
  }
}
