package fr.socle.lps.actions;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.lps.banc.BenchDescriptor;
import fr.socle.lps.banc.DescriptorRefused;
import fr.socle.lps.cartes.CardReader;
import fr.socle.lps.comptes.Accounts;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.Practice;
import fr.socle.lps.identite.Worklist;
import fr.socle.lps.insi.InsiClient;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import fr.socle.lps.proxy.server.OwnProxy;
import fr.socle.lps.psc.LoginSettings;
import fr.socle.lps.psc.LogoutListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The workstation of one user: records, session, services, and the actions that use them. */
public final class Poste implements AutoCloseable {

  private final Dossiers dossiers;
  private final Practice practice = new Practice();
  private final CardReader reader = new CardReader();
  private final Services services;
  private final InsiAccess access;
  private final SessionActions session;
  private final CibaActions ciba;
  private final ReceptionActions reception;
  private final List<UserAction> actions = new ArrayList<>();
  private final DmpRoom dmp;
  private final MssRoom mss;
  private final LoginSettings login;
  private final Defects defects;
  private @Nullable LogoutListener logoutListener;
  private @Nullable OwnProxy ownProxy;

  /**
   * @param software how the software names itself to INSi
   * @param login what a login needs, its clock being the clock of everything
   * @param defects the defect of this instance, none for the correct software
   */
  public Poste(InsiClient.Software software, LoginSettings login, Defects defects) {
    this.login = login;
    this.defects = defects;
    this.dossiers = new Dossiers(defects);
    this.services = new Services(software, login, defects);
    Accounts accounts = new Accounts(defects);
    this.session =
        new SessionActions(
            services, login.clock(), new ProxyDesk(services, accounts, defects), accounts, defects);
    this.ciba = new CibaActions(services, session, defects);
    actions.add(UserAction.of("reinitialiser", this::reset));
    actions.add(UserAction.of("configurer", this::configure));
    Screen screen = new Screen(practice, login.clock(), defects);
    this.dmp = new DmpRoom(dossiers, services, reader, session, login.clock(), defects);
    this.mss = new MssRoom(dossiers, dmp, services, session, login.clock(), defects);
    actions.addAll(mss.all());
    actions.addAll(
        new RecordActions(
                dossiers,
                practice,
                screen,
                (dossier, view) -> mss.shown(dossier, dmp.opening().shown(dossier, view)),
                login.clock(),
                defects)
            .all());
    actions.addAll(dmp.all());
    actions.addAll(new PracticeActions(practice).all());
    actions.addAll(new LookUpActions(dossiers, defects).all());
    Verifier verifier = new Verifier(services, login.clock(), defects);
    this.reception =
        new ReceptionActions(dossiers, new Worklist(), verifier, screen, login.clock(), defects);
    actions.addAll(reception.all());
    actions.addAll(
        new VerificationActions(dossiers, practice, verifier, screen, login.clock()).all());
    actions.addAll(new TraceActions(dossiers).all());
    actions.addAll(new PaperActions(dossiers, defects).all());
    actions.addAll(session.all());
    actions.addAll(ciba.all());
    actions.addAll(new ContextActions(dossiers, services, session, defects).all());
    actions.addAll(new AccountActions(accounts).all());
    this.access = new InsiAccess(services, reader, session, defects);
    AnswerDesk answers = new AnswerDesk(practice, screen, login.clock(), defects);
    actions.addAll(new InsiActions(dossiers, access, answers, login.clock(), defects).all());
    actions.addAll(
        new VitaleActions(dossiers, services, reader, access, answers, login.clock(), defects)
            .all());
  }

  /** The actions a driver can ask for. */
  public List<UserAction> actions() {
    return List.copyOf(actions);
  }

  @Override
  public synchronized void close() {
    dmp.close();
    mss.close();
    services.close();
    if (logoutListener != null) {
      logoutListener.close();
    }
    if (ownProxy != null) {
      ownProxy.close();
    }
  }

  private UserAction.Prepared reset(Input input) {
    return () -> {
      forget();
      return Outcome.done(Outcome.nothing(), 0);
    };
  }

  private UserAction.Prepared configure(Input input) {
    JsonNode banc =
        input
            .optionalOpenObject("banc")
            .orElseThrow(() -> new InputRefused("Le membre « banc » est obligatoire."));
    Settings settings =
        input.optionalOpenObject("reglages").map(Settings::of).orElse(Settings.none());
    BenchDescriptor bench;
    try {
      bench = BenchDescriptor.of(banc);
    } catch (DescriptorRefused e) {
      throw new InputRefused(String.valueOf(e.getMessage()));
    }
    return () -> {
      ciba.forgetAll();
      session.forgetAll();
      access.forget();
      services.configure(bench, settings);
      try {
        return Outcome.done(
            Map.of("adresseDeconnexion", logoutAddress(), "adresseProxy", proxyAddress(bench)), 0);
      } catch (IOException e) {
        return Outcome.failed(
            Outcome.nothing(), 0, "Aucun port libre pour les avis de déconnexion ou le proxy.");
      }
    };
  }

  /** Where Pro Santé Connect can tell of logouts: the same address until the software stops. */
  private synchronized String logoutAddress() throws IOException {
    if (logoutListener == null) {
      logoutListener = new LogoutListener(session::noticed);
    }
    return logoutListener.address().toString();
  }

  /** Where softwares reach the Proxy e-Santé of this editor, which now stands before that bench. */
  private synchronized String proxyAddress(BenchDescriptor bench) throws IOException {
    if (ownProxy == null) {
      ownProxy = new OwnProxy(login, defects);
    }
    ownProxy.configure(bench);
    return ownProxy.address().toString();
  }

  private void forget() {
    mss.forgetAll();
    dmp.forgetAll();
    dossiers.forgetAll();
    reception.forgetAll();
    practice.forgetAll();
    reader.empty();
    access.forget();
    ciba.forgetAll();
    session.forgetAll();
    services.close();
  }
}
