package fr.socle.psc.protocol;

import fr.socle.bench.http.Answer;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.bench.world.Professional;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.FaultPlan;
import fr.socle.psc.service.ProfessionalDirectory;
import fr.socle.psc.service.Session.Means;
import fr.socle.psc.service.SpaceTime;
import fr.socle.psc.service.ciba.CibaRequest;
import fr.socle.psc.service.ciba.PhoneRequest;
import fr.socle.psc.service.ciba.Phones;
import fr.socle.psc.service.ciba.Reaction;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The phone of a professional, as a page: what asks for a login, and three ways to answer. The card
 * reader is on it too. While nothing asks, the page looks again by itself.
 */
final class PhonePage {
  private static final String LOOK_AGAIN_SECONDS = "3";

  private final Phones phones;
  private final ProfessionalDirectory professionals;
  private final SpaceTime time;
  private final Pages pages;

  PhonePage(Phones phones, ProfessionalDirectory professionals, SpaceTime time, Pages pages) {
    this.phones = phones;
    this.professionals = professionals;
    this.time = time;
    this.pages = pages;
  }

  /**
   * A line of the page.
   *
   * @param id identifier of the request
   * @param client relying party
   * @param number what to compare, empty when the relying party sent nothing
   * @param means what the person authenticates with, French
   * @param secondsLeft how long it still waits
   */
  public record Line(String id, String client, String number, String means, long secondsLeft) {}

  Served show(IncomingRequest request, FaultPlan faults) {
    Asked asked = Reading.query(request);
    Optional<String> nationalId = asked.first("identifiant").or(() -> asked.first("personne"));
    return Served.plain(nationalId.map(id -> phone(id, "")).orElseGet(this::choice));
  }

  Served answer(IncomingRequest request, FaultPlan faults) {
    Asked form = Reading.form(request);
    String nationalId = form.first("identifiant").orElse("");
    Reaction reaction =
        switch (form.first("action").orElse("")) {
          case "accepter" -> Reaction.ACCEPTER;
          case "autre-numero" -> Reaction.AUTRE_NUMERO;
          default -> Reaction.REFUSER;
        };
    boolean done =
        phones.answer(form.first("demande").orElse(""), nationalId, reaction, Duration.ZERO);
    return new Served(
        phone(nationalId, done ? said(reaction) : "Cette demande n'attend plus de réponse."),
        Transactions.PHONE,
        null,
        new DecodedView()
            .parameters(form)
            .put("issue", done ? reaction.label() : "sans effet")
            .asMap(),
        null);
  }

  private Answer phone(String nationalId, String notice) {
    Optional<Professional> who = professionals.find(nationalId.trim());
    if (who.isEmpty()) {
      return pages.page(
          404,
          "erreur",
          Map.of(
              "titre",
              "Téléphone inconnu",
              "raison",
              "Aucun professionnel de cet espace n'a l'identifiant national « "
                  + nationalId
                  + " ».",
              "code",
              "telephone"));
    }
    List<Line> lines =
        phones.waiting(who.get().nationalId().value()).stream().map(this::line).toList();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("personne", LoginPerson.of(who.get()));
    values.put("avis", notice);
    values.put("bloquee", who.get().locked());
    values.put("demandes", lines);
    Answer answer = pages.page(200, "telephone", values);
    return lines.isEmpty() && notice.isEmpty()
        ? answer.with("Refresh", LOOK_AGAIN_SECONDS)
        : answer;
  }

  private Answer choice() {
    return pages.page(
        200,
        "telephones",
        Map.of("personnes", professionals.all().stream().map(LoginPerson::of).toList()));
  }

  private Line line(PhoneRequest one) {
    CibaRequest request = one.request();
    String number = request.bindingMessage();
    return new Line(
        request.id(),
        request.clientId(),
        number == null ? "" : number,
        request.channel() == Means.CARD ? "carte CPS" : "application e-CPS",
        Duration.between(time.now(), request.expiresAt()).toSeconds());
  }

  private static String said(Reaction reaction) {
    return switch (reaction) {
      case ACCEPTER -> "Connexion acceptée : le logiciel va la recevoir.";
      case AUTRE_NUMERO -> "Le nombre ne correspondait pas : la connexion est refusée.";
      default -> "Connexion refusée.";
    };
  }
}
