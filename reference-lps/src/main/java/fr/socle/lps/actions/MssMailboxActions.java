package fr.socle.lps.actions;

import fr.socle.lps.actions.MssViews.MailboxView;
import fr.socle.lps.actions.MssViews.TraceView;
import fr.socle.lps.actions.MssViews.TracesView;
import fr.socle.lps.mss.client.MailFailure;
import fr.socle.lps.mss.message.Account;
import fr.socle.lps.mss.message.Account.Kind;
import fr.socle.lps.mss.message.Labels;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import fr.socle.lps.psc.ProfessionalProfile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The mailboxes of the user, and the log of what was done with them. */
final class MssMailboxActions {

  private static final String PHYSICIAN = "10";

  private final Services services;
  private final MssDesk desk;
  private final Defects defects;

  MssMailboxActions(Services services, MssDesk desk, Defects defects) {
    this.services = services;
    this.desk = desk;
    this.defects = defects;
  }

  List<UserAction> all() {
    return List.of(
        UserAction.of("regler-bal-mss", this::settle),
        UserAction.of("lire-traces-mss", this::traces));
  }

  private UserAction.Prepared settle(Input input) {
    String address = input.text("adresse").toLowerCase(Locale.ROOT);
    Kind kind = kind(input.optionalText("genre").orElse("personnelle"));
    Optional<String> label = input.optionalText("libelle");
    String replyTo = input.optionalText("adresseReponse").orElse("");
    boolean told = input.flag("autoconfiguration", false);
    return () -> {
      Account account = new Account(address, label.orElseGet(this::ownLabel), kind, replyTo);
      try {
        desk.know(
            account,
            told && !defects.has(Mutant.MSS_AUTOCONFIGURATION_IGNOREE)
                ? services.mailServersOf(account.domain())
                : services.mailServers());
        if (!told || !defects.has(Mutant.MSS_REGLAGE_NON_ESSAYE)) {
          desk.tryOut(account);
        }
        desk.trace("essai", "connexion à " + address, "réussie", "");
        return Outcome.done(new MailboxView(address, "reussie", List.of()), 1);
      } catch (MailFailure e) {
        desk.trace("essai", "connexion à " + address, "échec : " + e.told(), "");
        return Outcome.failed(new MailboxView(address, "echec", List.of(e.told())), 1, e.told());
      } catch (Services.NotReady e) {
        return Outcome.refused(null, 1, String.valueOf(e.getMessage()));
      }
    };
  }

  private static Kind kind(String word) {
    return switch (word) {
      case "personnelle" -> Kind.PER;
      case "organisationnelle" -> Kind.ORG;
      case "applicative" -> Kind.APP;
      default ->
          throw new InputRefused("« genre » vaut personnelle, organisationnelle ou applicative.");
    };
  }

  /** Title, first name, NAME and practice of who is logged in (ECO.2.2.7). */
  private String ownLabel() {
    return desk.who().map(MssMailboxActions::label).orElse("Cabinet");
  }

  private static String label(ProfessionalProfile who) {
    String title = who.profession().isEmpty() || who.profession().equals(PHYSICIAN) ? "Dr_" : "";
    String place = who.activities().isEmpty() ? "" : "_" + who.activities().get(0).structure();
    return title + who.givenName() + "_" + Labels.upper(who.familyName()) + place;
  }

  private UserAction.Prepared traces(Input input) {
    return () ->
        Outcome.done(new TracesView(desk.traces().stream().map(TraceView::of).toList()), 1);
  }
}
