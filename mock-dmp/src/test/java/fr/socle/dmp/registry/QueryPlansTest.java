package fr.socle.dmp.registry;

import static fr.socle.dmp.Messages.example;
import static fr.socle.dmp.registry.CdaFeeding.own;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.dmp.Caller;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.Messages;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;

/** What the DMP really asks of the database, and how the database finds it. */
class QueryPlansTest {
  private static final Caller CALLER = new Caller();
  private static final Metadata METADATA = new Metadata(Messages.PATIENT);
  private static final String APPROVED = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved";
  private static final String DELETED = "urn:asip:ci-sis:2010:StatusType:Deleted";
  private static final int DOCUMENTS = 40;
  private static final Pattern ACCESS = Pattern.compile("/\\* ([^:*]+)(?:: ([^*]*))? \\*/");

  @Test
  void noStatementReadsMoreThanItsIndexGives() {
    try (JudgedDocuments dmp = new JudgedDocuments(Map.of())) {
      dmp.authorize(Certificates.HOLDER, false);
      feed(dmp);
      Set<String> asked = whileAsked(dmp);

      assertThat(asked).hasSizeGreaterThan(8);
      for (String sql : asked) {
        List<String> accesses = accesses(dmp.store().jdbi(), sql);
        assertThat(accesses)
            .as(sql)
            .isNotEmpty()
            .allSatisfy(
                access ->
                    assertThat(access)
                        .doesNotContainIgnoringCase("tableScan")
                        // The space alone is everything there is.
                        .matches(text -> text.replaceAll("SPACE_ID = [^ ]+", "").contains("=")));
      }
    }
  }

  /** What the test above would see. */
  @Test
  void aScanIsSeen() {
    try (JudgedDocuments dmp = new JudgedDocuments(Map.of())) {
      assertThat(accesses(dmp.store().jdbi(), "select * from dmp.fiche where version = ?"))
          .allSatisfy(access -> assertThat(access).containsIgnoringCase("tableScan"))
          .isNotEmpty();
    }
  }

  private static void feed(JudgedDocuments dmp) {
    StringBuilder objects = new StringBuilder();
    List<String> ids = IntStream.range(0, DOCUMENTS).mapToObj(i -> "Document" + i).toList();
    Map<String, byte[]> parts = new HashMap<>();
    for (String id : ids) {
      objects.append(METADATA.images(id, "1.2.3.5." + id.substring("Document".length())));
      parts.put(id + "@lps", id.getBytes(UTF_8));
    }
    assertThat(
            dmp.answer(
                JudgedDocuments.feeding(
                    CALLER, own(METADATA.feeding("1.2.3.4.1", objects.toString(), ids)), parts)))
        .contains("ResponseStatusType:Success");
  }

  /** The statements of one call of each kind. */
  private static Set<String> whileAsked(JudgedDocuments dmp) {
    Set<String> asked = new ConcurrentSkipListSet<>();
    SqlLogger before =
        dmp.store().jdbi().getConfig(org.jdbi.v3.core.statement.SqlStatements.class).getSqlLogger();
    dmp.store()
        .jdbi()
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logBeforeExecution(StatementContext context) {
                String sql = context.getParsedSql().getSql();
                if (!sql.toLowerCase(Locale.ROOT).startsWith("insert")) {
                  asked.add(sql);
                }
              }
            });
    String found = find(dmp, "14d4debf-8f97-4251-9a74-a90016b0af0d", status("DocumentEntry"));
    String uuid = found.replaceAll("(?s).*?ExtrinsicObject id=\"([^\"]+)\".*", "$1");
    find(dmp, "f26abbcb-ac74-4422-8a30-edb644bbc1a9", status("SubmissionSet"));
    find(dmp, "5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4", id("UniqueId", "1.2.3.5.1"));
    find(dmp, "5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4", id("EntryUUID", uuid));
    find(dmp, "bab9529a-4a10-40b3-a01f-f68a615d247a", id("UniqueId", "1.2.3.5.1"));
    find(dmp, "a7ae438b-4bc2-4642-93e9-be891f7bb155", Metadata.slot("$uuid", "('" + uuid + "')"));
    dmp.answer(CALLER.byCard("repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.5.1")));
    dmp.answer(CALLER.byCard("patients", Messages.TD0_2, example("td0.2")));
    dmp.answer(
        CALLER.byCard("habilitations", Messages.TD0_3, Messages.setAuthorization("AJOUT", "")));
    dmp.answer(CALLER.byCard("habilitations", Messages.TD1_6, Messages.listAuthorization("TOUTE")));
    dmp.answer(
        CALLER.byCard(
            "patientsSpecific",
            Messages.TD0_4,
            Messages.patientList("20260101000000", "LASTAUTORIZATION")));
    dmp.answer(CdaFeeding.of(2).by(CALLER));
    dmp.answer(
        CALLER.byCard(
            "registry",
            Wire.UPDATE,
            own(METADATA.update("1.2.3.4.8", Metadata.status(uuid, APPROVED, DELETED)))));
    dmp.store().jdbi().setSqlLogger(before);
    return Collections.unmodifiableSet(asked);
  }

  private static String find(JudgedDocuments dmp, String query, String slots) {
    String answer =
        dmp.answer(CALLER.byCard("registry", Wire.FIND, Metadata.query(query, "LeafClass", slots)));
    assertThat(answer).as(query).contains("ResponseStatusType:Success");
    return answer;
  }

  private static String status(String of) {
    return Metadata.slot("$XDS" + of + "PatientId", "'" + Messages.PATIENT + "'")
        + Metadata.slot("$XDS" + of + "Status", "('" + APPROVED + "')");
  }

  private static String id(String kind, String value) {
    return Metadata.slot("$XDSDocumentEntry" + kind, "('" + value + "')");
  }

  /** How each table of a statement is gone into, and by what. */
  private static List<String> accesses(Jdbi jdbi, String sql) {
    Object[] anything =
        Collections.nCopies((int) sql.chars().filter(c -> c == '?').count(), "1").toArray();
    List<String> lines =
        jdbi.withHandle(
            handle ->
                handle
                    .select("explain " + sql, anything)
                    .map((row, context) -> row.getString(1))
                    .list());
    String plan = String.join(" ", lines);
    return ACCESS.matcher(plan.replaceAll("\\s+", " ")).results().map(MatchResult::group).toList();
  }
}
