package fr.socle.app.champs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.app.champs.FieldProof.Subject;
import fr.socle.app.champs.FieldTable.Row;
import fr.socle.app.champs.SessionScript.Said;
import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckBook;
import fr.socle.bench.http.TlsFacts;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionProofTest {
  private static final TlsFacts TLS = new TlsFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", List.of());
  private static final String LETTER =
      "DATA\r\nFrom: a@b.fr\r\nTo: c@d.fr\r\nSubject: x\r\n\r\nBonjour\r\n.\r\n";

  private final CheckBook book =
      CheckBook.builder()
          .on("A", String.class, List.of(found("R-TLS", tls -> tls.equals("TLSv1.1"))))
          .on(
              "message",
              String.class,
              List.of(
                  Check.of(
                      rule("R-SUBJECT"),
                      (exchange, findings) -> {
                        if (!exchange.request().target().contains("Subject:")) {
                          findings.add("Subject", "un objet", "absent", "Donnez un objet.");
                        }
                      }),
                  found("R-NEVER", any -> false)))
          .build();
  private final Tally tally = new Tally(services(book));

  private static Map<String, Subject> services(CheckBook book) {
    Map<String, Subject> services = new LinkedHashMap<>();
    services.put("dmp", new Subject(new Hotline("").service(), CheckBook.builder().build()));
    services.put("mss", new Subject(new Hotline("hello\r\n").service(), book));
    return services;
  }

  private static Check<String> found(String id, Predicate<String> wrong) {
    return Check.of(
        rule(id),
        (exchange, findings) -> {
          if (wrong.test(exchange.message())) {
            findings.add("TLS", "TLS 1.2 au moins", exchange.message(), "Refusez TLS 1.1.");
          }
        });
  }

  private static Rule rule(String id) {
    return new Rule(id, RuleSource.TEXTE, "1", List.of("X"), "Une règle.");
  }

  private FieldTable proved(String... lines) {
    tally.isAbout("mss");
    List<Said> said =
        Stream.of(lines)
            .map(
                line ->
                    new Said(
                        Hotline.exchange(1, line.split("[ \r]", 2)[0], null),
                        line.getBytes(StandardCharsets.US_ASCII),
                        false))
            .toList();
    new SessionProof(tally, new SessionAlterations(List.of()))
        .prove(List.of(new SessionScript(TLS, said)));
    return tally.table();
  }

  private static List<String> spoke(FieldTable table) {
    return table.rules().stream().filter(row -> row.count() > 0).map(Row::rule).toList();
  }

  @Test
  void aRuleOnTheSessionSpeaksWhenTheConnectionIsAltered() {
    assertThat(spoke(proved("TLS\r\n", "A x\r\n"))).containsExactly("R-TLS");
  }

  @Test
  void aRuleOnTheMessageSpeaksWhenAFieldIsRemoved() {
    FieldTable table = proved("TLS\r\n", LETTER);
    assertThat(spoke(table)).containsExactly("R-SUBJECT");
    assertThat(table.silent()).containsExactly("R-NEVER", "R-TLS");
    assertThat(table.failures()).isEmpty();
  }

  @Test
  void aSessionThatIsRefusedIsSkippedAndCounted() {
    FieldTable table = proved("A x\r\n", "NO\r\n");
    assertThat(table.skipped()).isEqualTo(Map.of("NO refusé : non", 1));
    assertThat(table.alterations()).isZero();
  }

  @Test
  void anAlterationThatMakesTheServiceFailIsTold() {
    assertThat(proved("HELLO you\r\n").failures())
        .anyMatch(each -> each.contains("mot 2 retiré : java.lang.IllegalStateException"));
  }

  @Test
  void aServiceThatTheScenariosAreNotAboutIsLeftAlone() {
    new SessionProof(tally, new SessionAlterations(List.of()))
        .prove(
            List.of(
                new SessionScript(
                    TLS,
                    List.of(
                        new Said(
                            Hotline.exchange(1, "A", null),
                            "A\r\n".getBytes(StandardCharsets.US_ASCII),
                            false)))));
    assertThat(tally.table().rules()).isEmpty();
    assertThat(tally.tried()).isZero();
  }

  @Test
  void whatSeveralServicesJudgeHasToSpeakInTheFirst() {
    Map<String, Subject> services = new LinkedHashMap<>();
    services.put("dmp", new Subject(new Hotline("").service(), book));
    services.put("mss", new Subject(new Hotline("hello\r\n").service(), book));
    Tally shared = new Tally(services);
    shared.isAbout("mss");
    assertThat(shared.table().silent()).isEmpty();
    shared.isAbout("dmp");
    assertThat(shared.table().silent()).containsExactly("R-NEVER", "R-SUBJECT", "R-TLS");
  }
}
