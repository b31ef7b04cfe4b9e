package fr.socle.app.champs;

import fr.socle.bench.check.CheckBook;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.bench.spi.ServiceInstance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Alters every recorded correct exchange in every place and looks which rules fire: a rule that
 * nothing fires, or that fires on an untouched message, is a rule nobody should trust.
 *
 * <p>An altered request is served again by the service that received the original, and judged by
 * its checks; sequence checks judge the window with the altered exchange in it, and the window with
 * one exchange missing or played twice.
 *
 * <p>In messages with documents, a place that many have is altered in the first shapes that have
 * it, not in all: a document holds thousands of places, nearly all of them those of the one before.
 */
public final class FieldProof {
  /** How often one place of a message with documents is altered in one way. */
  private static final int TRIES = 3;

  private final Alterations alterations;
  private final Tally tally;
  private final Set<String> shapes = new LinkedHashSet<>();
  private final Map<String, Integer> tries = new HashMap<>();

  /**
   * A proof over services.
   *
   * @param tally the services, and what was found
   * @param alterations what is tried
   */
  FieldProof(Tally tally, Alterations alterations) {
    this.tally = tally;
    this.alterations = alterations;
  }

  /**
   * One service as it was when it was recorded.
   *
   * @param instance the service in the space of the recording
   * @param book its checks
   */
  public record Subject(ServiceInstance instance, CheckBook book) {}

  /**
   * One recorded exchange.
   *
   * @param exchange exchange as in the journal, with its findings
   * @param request request as received
   */
  public record Recorded(Exchange exchange, IncomingRequest request) {}

  /** Proves one window of correct exchanges, in order. */
  void prove(List<Recorded> window) {
    List<Observed<?>> traffic = new ArrayList<>();
    for (Recorded recorded : window) {
      tally.untouched(recorded.exchange());
      traffic.add(observed(recorded.exchange(), serve(recorded, recorded.request())));
    }
    Set<String> before = tally.sequenceRules(traffic);
    for (int i = 0; i < window.size(); i++) {
      Recorded recorded = window.get(i);
      List<Observed<?>> without = new ArrayList<>(traffic);
      without.remove(i);
      tally.sequence(without, before, name(recorded) + " absent");
      List<Observed<?>> twice = new ArrayList<>(traffic);
      twice.add(i, traffic.get(i));
      tally.sequence(twice, before, name(recorded) + " joué deux fois");
      if (shapes.add(shape(recorded))) {
        tally.exchange();
        alter(recorded, i, traffic, before);
      }
    }
  }

  private void alter(
      Recorded recorded, int index, List<Observed<?>> traffic, Set<String> sequenceBefore) {
    Set<String> before = rules(recorded, recorded.request());
    boolean isLarge = MultipartBody.announcedBy(contentType(recorded.request()));
    for (Alteration alteration : alterations.of(recorded.request())) {
      String label = name(recorded) + " : " + alteration.label();
      if (isLarge && tries.merge(label, 1, Integer::sum) > TRIES) {
        continue;
      }
      tally.tries();
      IncomingRequest request = alteration.request();
      Served served = serve(recorded, request);
      tally.fire(tally.rules(tally.subject(recorded.exchange()), request, served), before, label);
      List<Observed<?>> altered = new ArrayList<>(traffic);
      altered.set(index, observed(recorded.exchange(), served));
      tally.sequence(altered, sequenceBefore, label);
    }
  }

  private Set<String> rules(Recorded recorded, IncomingRequest request) {
    return tally.rules(tally.subject(recorded.exchange()), request, serve(recorded, request));
  }

  private Served serve(Recorded recorded, IncomingRequest request) {
    return tally
        .subject(recorded.exchange())
        .instance()
        .endpoint(request.listener())
        .serve(request, RequestFaults.none());
  }

  private static Observed<?> observed(Exchange exchange, Served served) {
    return new Observed<>(exchange, served.message());
  }

  private static String name(Recorded recorded) {
    String transaction = recorded.exchange().transaction();
    return transaction == null ? recorded.exchange().service() : transaction;
  }

  /** Exchanges of one transaction with the same parameters and header names are altered once. */
  private static String shape(Recorded recorded) {
    IncomingRequest request = recorded.request();
    StringBuilder shape = new StringBuilder(name(recorded)).append(' ').append(request.method());
    shape.append(' ').append(request.path().split("/").length);
    request.query().list().forEach(p -> shape.append(' ').append(p.name()));
    String type = contentType(request);
    if (type.contains("form")) {
      request.form().list().forEach(p -> shape.append(' ').append(p.name()));
      request.form().first("grant_type").ifPresent(shape::append);
    }
    if (MultipartBody.announcedBy(type)) {
      MultipartBody body = MultipartBody.read(type, request.body());
      body.parts().stream()
          .filter(MultipartBody.Part::isXml)
          .flatMap(part -> XmlAlterations.places(body.content(part)).stream())
          .distinct() // a list that is longer has nothing more to alter
          .forEach(place -> shape.append(' ').append(place));
    } else if (type.contains("xml")) {
      XmlAlterations.places(request.body()).forEach(place -> shape.append(' ').append(place));
    }
    return shape.toString();
  }

  private static String contentType(IncomingRequest request) {
    return request.headers().first("Content-Type").orElse("");
  }
}
