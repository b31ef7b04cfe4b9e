package fr.socle.bench.fault;

import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.MockService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be armed: the general faults, then those of each service. Immutable. */
public final class FaultCatalogue {
  private static final int LONGEST_LATENCY = 600_000;

  private final List<MockService> mocks;
  private final List<String> services;
  private final Map<String, List<String>> keys = new LinkedHashMap<>();
  private final List<FaultKind> kinds;

  /** The catalogue of these services. */
  public FaultCatalogue(List<MockService> services) {
    this.mocks = List.copyOf(services);
    this.services = services.stream().map(MockService::name).toList();
    List<FaultKind> all = new ArrayList<>();
    for (GeneralFault general : GeneralFault.values()) {
      all.add(general.kind());
    }
    services.forEach(service -> all.addAll(service.faults()));
    services.forEach(service -> keys.put(service.name(), service.faultKeys()));
    this.kinds = List.copyOf(all);
  }

  /** Everything that can be armed. */
  public List<FaultKind> kinds() {
    return kinds;
  }

  FaultKind check(FaultRequest request) {
    if (!request.service().equals("*") && !services.contains(request.service())) {
      throw refused(
          "service-inconnu",
          "Le service « " + request.service() + " » n'existe pas ; il y a : ",
          services);
    }
    FaultKind kind =
        kinds.stream()
            .filter(one -> one.name().equals(request.fault()) && isFor(one, request.service()))
            .findFirst()
            .orElseThrow(
                () ->
                    refused(
                        "panne-inconnue",
                        "La panne « "
                            + request.fault()
                            + " » n'existe pas pour le service « "
                            + request.service()
                            + " » ; il y a : ",
                        kinds.stream()
                            .filter(one -> isFor(one, request.service()))
                            .map(FaultKind::name)
                            .toList()));
    Map<String, String> given = request.parameters();
    if (given != null) {
      for (String name : given.keySet()) {
        if (!kind.parameters().contains(name)) {
          throw refused(
              "parametre-inconnu",
              "La panne « " + kind.name() + " » n'a pas de paramètre « " + name + " » ; elle a : ",
              kind.parameters());
        }
      }
    }
    Integer times = request.times();
    if (times != null && times < 1) {
      throw new InvalidControlRequestException(
          "nombre-incorrect",
          "Le nombre d'échanges d'une panne est au moins 1 ; ne le donnez pas pour qu'elle dure"
              + " jusqu'à la fin de la fenêtre.");
    }
    checkGeneral(kind, given == null ? Map.of() : given);
    for (MockService mock : mocks) {
      if (mock.name().equals(kind.service())) {
        mock.requireTakes(kind.name(), given == null ? Map.of() : given);
      }
    }
    checkKey(kind, request, "nationalId", request.nationalId());
    checkKey(kind, request, "clientId", request.clientId());
    return kind;
  }

  private static boolean isFor(FaultKind kind, String service) {
    return kind.service().equals("*") || kind.service().equals(service);
  }

  private void checkKey(FaultKind kind, FaultRequest request, String key, @Nullable String value) {
    if (value == null) {
      return;
    }
    boolean told =
        request.service().equals("*")
            ? keys.values().stream().anyMatch(known -> known.contains(key))
            : keys.getOrDefault(request.service(), List.of()).contains(key);
    if (!kind.keys().contains(key) || !told) {
      throw new InvalidControlRequestException(
          "panne-sans-destinataire",
          "La panne « "
              + kind.name()
              + " » du service « "
              + request.service()
              + " » ne se limite pas à "
              + (key.equals("clientId") ? "un client" : "une personne")
              + " : retirez "
              + key
              + ".");
    }
  }

  private static void checkGeneral(FaultKind kind, Map<String, String> given) {
    if (!kind.service().equals("*")) {
      return;
    }
    if (kind.name().equals(GeneralFault.LATENCY.label())) {
      checkNumber(kind, "millisecondes", given, 1, LONGEST_LATENCY);
    } else if (kind.name().equals(GeneralFault.STATUS.label())) {
      checkNumber(kind, "code", given, 300, 599);
    } else if (kind.name().equals(GeneralFault.CUT.label())
        && !Moment.labels().contains(given.getOrDefault("moment", Moment.BEFORE.label()))) {
      throw refused(
          "parametre-incorrect", "Le moment d'une coupure est l'un de : ", Moment.labels());
    } else if (kind.name().equals(GeneralFault.TLS_SUITE.label())
        && !GeneralFault.suites().contains(given.getOrDefault(GeneralFault.SUITE, ""))) {
      throw refused(
          "parametre-incorrect",
          "La suite de la panne « tls-suite » est une de celles que cette machine Java peut offrir"
              + " avec un certificat RSA : ",
          GeneralFault.suites());
    }
  }

  private static void checkNumber(
      FaultKind kind, String name, Map<String, String> given, int least, int most) {
    String value = given.get(name);
    if (value == null
        || !value.matches("\\d{1,6}")
        || Integer.parseInt(value) < least
        || Integer.parseInt(value) > most) {
      throw new InvalidControlRequestException(
          "parametre-incorrect",
          "La panne « "
              + kind.name()
              + " » veut un paramètre « "
              + name
              + " » entre "
              + least
              + " et "
              + most
              + ".");
    }
  }

  private static InvalidControlRequestException refused(
      String code, String sentence, List<String> known) {
    return new InvalidControlRequestException(
        code, sentence + (known.isEmpty() ? "aucun" : String.join(", ", known)) + ".");
  }

  /** When a connection is cut. */
  enum Moment {
    BEFORE("avant-reponse"),
    MIDDLE("milieu-reponse");

    private final String label;

    Moment(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    static List<String> labels() {
      return Arrays.stream(values()).map(Moment::label).toList();
    }
  }
}
