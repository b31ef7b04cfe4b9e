package fr.socle.dmp;

import fr.socle.bench.client.api.DmpAuthorizationRequest;
import fr.socle.bench.client.api.DmpDossier;
import fr.socle.bench.client.api.DmpDossierRequest;
import fr.socle.bench.client.api.DmpRepresentatives;
import fr.socle.bench.client.api.DmpState;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.dmp.service.Autorisation;
import fr.socle.dmp.service.Autorisation.State;
import fr.socle.dmp.service.DmpService;
import fr.socle.dmp.service.Dossier;
import fr.socle.dmp.service.Dossier.Closure;
import fr.socle.dmp.service.Dossier.Status;
import fr.socle.dmp.service.KnownProfessional;
import fr.socle.dmp.service.Presets;
import fr.socle.dmp.service.Representative;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The DMP in the control API: what the patient does in Mon espace santé, and what everybody sees.
 * What it writes is in the store, hence need not be told again when a kept space opens.
 */
final class DmpDesk {
  // dmp.md 3.3: prefix and number of a professional; anything else is a structure.
  private static final Pattern RPPS = Pattern.compile("8\\d{11}");
  private static final int SHOWN = 1_000;
  private static final String CLOSED_BY_PATIENT = "FERMETURE_DEMANDE_PATIENT";

  private final DmpService service;
  private final Presets presets;
  private final ValueSets codes;
  private final DocumentDesk documents;
  private final Clock clock;

  DmpDesk(
      DmpService service, Presets presets, ValueSets codes, DocumentDesk documents, Clock clock) {
    this.service = service;
    this.presets = presets;
    this.codes = codes;
    this.documents = documents;
    this.clock = clock;
  }

  List<ControlOperation<?, ?>> operations() {
    return List.of(
        new ControlOperation<>(
            "GET",
            "state",
            "The records something was said about",
            Void.class,
            DmpState.class,
            nothing -> state()),
        new ControlOperation<>(
            "POST",
            "dossier",
            "Says what the DMP of a patient is; without anything but an INS, shows it",
            DmpDossierRequest.class,
            DmpDossier.class,
            this::write),
        new ControlOperation<>(
            "POST",
            "autorisation",
            "Authorises or blocks a professional, or makes an authorisation expire",
            DmpAuthorizationRequest.class,
            DmpDossier.class,
            this::authorize),
        new ControlOperation<>(
            "POST",
            "representants",
            "Says who represents a patient",
            DmpRepresentatives.class,
            DmpRepresentatives.class,
            this::represent));
  }

  private DmpState state() {
    List<Dossier> dossiers = service.dossiers().dossiers("", SHOWN + 1);
    return new DmpState(
        dossiers.stream().limit(SHOWN).map(this::shown).toList(), dossiers.size() > SHOWN);
  }

  private DmpDossier write(DmpDossierRequest request) {
    requireKnown(request.ins());
    Dossier there = service.dossiers().dossier(request.ins());
    Dossier wanted = applied(request, request.preset() == null ? there : preset(request));
    if (!wanted.equals(there) || request.preset() != null) {
      service.dossiers().write(wanted);
    }
    String preset = request.preset();
    if (preset != null) {
      documents.furnish(request.ins(), presets.documents(preset));
      for (Presets.Given given : presets.given(preset)) {
        link(
            new DmpAuthorizationRequest(
                request.ins(), given.holder(), given.state().name(), given.treating()),
            given.state());
      }
      if (!presets.representatives(preset).isEmpty()) {
        service.dossiers().write(request.ins(), presets.representatives(preset));
      }
    }
    return shown(wanted);
  }

  private Dossier preset(DmpDossierRequest request) {
    String name = Objects.requireNonNull(request.preset());
    return presets
        .dossier(name, request.ins(), clock.instant())
        .orElseThrow(
            () ->
                new InvalidControlRequestException(
                    "preset-inconnu",
                    "Le genre de DMP « "
                        + name
                        + " » n'existe pas ; il y a : "
                        + String.join(", ", presets.names())
                        + "."));
  }

  private Dossier applied(DmpDossierRequest request, Dossier on) {
    Status status = request.status() == null ? on.status() : status(request.status());
    Closure before = on.closure();
    Closure closure =
        status != Status.FERME
            ? null
            : new Closure(
                or(request.closureCode(), before == null ? CLOSED_BY_PATIENT : before.code()),
                or(request.closureText(), before == null ? "" : before.text()),
                before == null ? clock.instant() : before.at());
    return new Dossier(
        on.ins(),
        status,
        closure,
        or(request.attached(), on.attached()),
        or(request.attached(), on.webAccount()),
        or(request.opposedToBreakGlass(), on.opposedToBreakGlass()),
        or(request.opposedToRegulation(), on.opposedToRegulation()),
        or(request.maskedInEmergency(), on.maskedInEmergency()),
        on.usedName(),
        on.telecoms(),
        on.lastAddition(),
        on.lastUpdate());
  }

  private static <T> T or(@Nullable T wanted, T otherwise) {
    return wanted == null ? otherwise : wanted;
  }

  private static Status status(String word) {
    return Arrays.stream(Status.values())
        .filter(each -> each.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidControlRequestException(
                    "statut-inconnu",
                    "Le statut « " + word + " » n'est aucun de ouvert, ferme, absent."));
  }

  private DmpRepresentatives represent(DmpRepresentatives request) {
    requireKnown(request.ins());
    service
        .dossiers()
        .write(
            request.ins(),
            request.representatives().stream()
                .map(each -> new Representative(each.link(), each.familyName(), each.givenName()))
                .toList());
    return request;
  }

  private DmpDossier authorize(DmpAuthorizationRequest request) {
    requireKnown(request.ins());
    State state =
        Arrays.stream(State.values())
            .filter(each -> each.name().equals(request.state()))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidControlRequestException(
                        "etat-inconnu",
                        "L'état « "
                            + request.state()
                            + " » n'est aucun de "
                            + Arrays.stream(State.values())
                                .map(State::name)
                                .collect(Collectors.joining(", "))
                            + "."));
    link(request, state);
    return shown(service.dossiers().dossier(request.ins()));
  }

  private void link(DmpAuthorizationRequest request, State state) {
    if (state == State.NON_EXISTE) {
      service.dossiers().remove(request.ins(), request.holder());
    } else {
      service.dossiers().write(autorisation(request, state));
    }
  }

  private Autorisation autorisation(DmpAuthorizationRequest request, State state) {
    boolean treating = Boolean.TRUE.equals(request.treating());
    Instant now = clock.instant();
    return service
        .dossiers()
        .autorisation(request.ins(), request.holder())
        .map(there -> there.in(state).treating(treating))
        .orElseGet(() -> first(request, state, treating, now));
  }

  /** As the professional of the world would have declared it himself. */
  private Autorisation first(
      DmpAuthorizationRequest request, State state, boolean treating, Instant now) {
    KnownProfessional known = service.people().professional(request.holder()).orElse(null);
    String speciality = known == null ? "" : known.speciality();
    return new Autorisation(
        request.ins(),
        request.holder(),
        known != null
            ? known.structure()
            : RPPS.matcher(request.holder()).matches() ? "" : request.holder(),
        known == null ? "" : known.familyName(),
        known == null ? "" : known.givenName(),
        speciality,
        known == null || speciality.isEmpty()
            ? ""
            : codes
                .authorSpecialty()
                .named("G15_" + known.profession() + "/" + speciality)
                .map(Coded::label)
                .orElse(""),
        state,
        treating,
        now,
        now);
  }

  private void requireKnown(String ins) {
    if (service.people().byNumber(ins).isEmpty()) {
      throw new InvalidControlRequestException(
          "patient-inconnu",
          "Aucun patient de cet espace n'a l'INS « "
              + ins
              + " » (quinze caractères, clé comprise) : créez-le d'abord.");
    }
  }

  private DmpDossier shown(Dossier dossier) {
    Closure closure = dossier.closure();
    return new DmpDossier(
        dossier.ins(),
        dossier.status().word(),
        closure == null ? null : closure.code(),
        closure == null ? null : closure.text(),
        dossier.attached(),
        dossier.opposedToBreakGlass(),
        dossier.opposedToRegulation(),
        dossier.maskedInEmergency(),
        service.dossiers().ofPatient(dossier.ins()).stream()
            .map(
                each ->
                    new DmpDossier.Authorization(
                        each.holder(), each.state().name(), each.treating()))
            .toList(),
        service.dossiers().emergencies().of(dossier.ins()).stream()
            .map(
                each ->
                    new DmpDossier.EmergencyAccess(
                        each.at(),
                        each.holder(),
                        each.purpose(),
                        each.transaction(),
                        each.reason()))
            .toList());
  }
}
