package fr.socle.bench.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import fr.socle.bench.client.BenchJson;
import fr.socle.bench.client.api.SpaceRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every answer of every route is what the document of the server says, and nothing more. */
class ContractTest {
  private static final String SPACE = "/spaces/{space}";

  private final JsonMapper json = BenchJson.mapper();
  private final FakeBench bench = new FakeBench();
  private ControlServer server;
  private Wire wire;
  private OpenApiJudge judge;

  @BeforeEach
  void start() {
    bench.createSpace(new SpaceRequest(null, null, null));
    server = ControlServer.start(bench, ControlOptions.loopback());
    wire = new Wire(server.address());
    judge = new OpenApiJudge(wire.get("/control/v1/openapi.json").body());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode get(String path, String... values) {
    return call("GET", path, null, values);
  }

  private JsonNode post(String path, String body, String... values) {
    return call("POST", path, body, values);
  }

  /** Calls a route by its path in the document, judges the answer, gives its JSON. */
  private JsonNode call(String method, String path, String body, String... values) {
    String real = path.replace("{space}", "e1");
    for (String value : values) {
      real = real.contains("{") ? real.replaceFirst("\\{[a-z]+}", value) : real + value;
    }
    var request = wire.to("/control/v1" + real);
    if (!method.equals("GET")) {
      request.header("Content-Type", "application/json");
    }
    HttpResponse<String> answer =
        wire.send(
            request.method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as("%s %s: %s", method, real, answer.body()).isLessThan(300);
    judge.judge(method, path, answer.statusCode(), answer.body());
    String type = answer.headers().firstValue("Content-Type").orElse("");
    return type.equals("application/json") ? judge.parse(answer.body()) : null;
  }

  @Test
  void answersOfEveryDeclaredRouteFitItsSchema() {
    bench.commit(Samples.exchange(1, "e1", "insi", "INSi WS_INS2"));

    get("/health");
    get("/openapi.json");
    get("/faults");
    get("/requirements");
    post("/spaces", "{\"name\":\"Cabinet\",\"seed\":7,\"settings\":{\"a\":\"b\"}}");
    get("/spaces");
    get(SPACE);
    post(SPACE + "/reset", "{}");
    post(SPACE + "/age", "{\"duration\":\"PT2H\"}");
    post(SPACE + "/windows", "{\"name\":\"scénario\"}");
    get(SPACE + "/windows");
    post(SPACE + "/windows/{window}/close", "{}", "w0");
    post(SPACE + "/patients", "{\"persona\":\"ajaccio\"}");
    get(SPACE + "/patients");
    post(SPACE + "/professionals", "{}");
    get(SPACE + "/professionals");
    post(
        SPACE + "/professionals/change",
        "{\"nationalId\":\"899990000020\",\"email\":\"a@b.invalid\",\"revoked\":true}");
    post(SPACE + "/structures", "{\"kind\":\"cabinet\",\"name\":\"Cabinet du port\"}");
    get(SPACE + "/structures");
    get(SPACE + "/clients");
    get(SPACE + "/exchanges", "?after=0&window=w");
    get(SPACE + "/exchanges");
    get(SPACE + "/exchanges/await", "?service=insi&timeout=PT1S");
    get(SPACE + "/exchanges/await", "?after=1&service=insi&timeout=PT0S");
    get(SPACE + "/exchanges/{sequence}", "1");
    get(SPACE + "/exchanges/{sequence}/raw", "1");
    get(SPACE + "/exchanges/{sequence}/raw/request", "1");
    get(SPACE + "/exchanges/{sequence}/raw/response", "1");
    get(SPACE + "/findings");
    post(SPACE + "/faults", "{\"service\":\"insi\",\"fault\":\"latence\",\"times\":2}");
    get(SPACE + "/faults");
    call("DELETE", SPACE + "/faults/{fault}", null, "f0");
    post(SPACE + "/stubs", "{\"service\":\"insi\",\"mapping\":{\"request\":{}}}");
    call("DELETE", SPACE + "/stubs/{stub}", null, "s1");
    post(SPACE + "/clients", CLIENT);
    post(SPACE + "/services/psc/clients", CLIENT);
    post(SPACE + "/services/psc/next-login", "{\"behaviour\":\"refuser\"}");
    get(SPACE + "/services/psc/state");
    get(SPACE + "/services/insi/state");
    call("DELETE", SPACE, null);

    // The live stream has its own tests: it has no end.
    assertThat(judge.seen())
        .isEqualTo(
            judge.declared().stream()
                .filter(operation -> !operation.endsWith("/live"))
                .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(bench.services.clients).hasSize(2);
  }

  private static final String CLIENT =
      """
      {"clientId":"lps","authMethod":"client_secret_basic","clientSecret":"s",
       "redirectUris":["http://127.0.0.1/cb"],"postLogoutRedirectUris":[],"settings":{}}
      """;

  @Test
  void schemasAreClosedDownToTheLastRecord() {
    bench.commit(Samples.exchange(1, "e1", "insi", "INSi WS_INS2"));
    JsonNode exchange = get(SPACE + "/exchanges/{sequence}", "1");

    List<ObjectNode> widened = new ArrayList<>();
    for (String place : List.of("", "/refusal", "/findings/0")) {
      ObjectNode copy = exchange.deepCopy();
      ((ObjectNode) copy.at(place)).put("enTrop", 1);
      widened.add(copy);
    }
    assertThat(widened)
        .allMatch(copy -> judge.refuses("GET", SPACE + "/exchanges/{sequence}", "200", copy));

    ObjectNode decoded = exchange.deepCopy();
    ((ObjectNode) decoded.get("decoded")).put("libre", 1);
    assertThat(judge.refuses("GET", SPACE + "/exchanges/{sequence}", "200", decoded)).isFalse();
  }

  @Test
  void schemasDemandEveryMemberThatIsAlwaysThereAndNoOther() {
    bench.commit(Samples.exchange(1, "e1", "insi", "INSi WS_INS2"));
    ObjectNode exchange = (ObjectNode) get(SPACE + "/exchanges/{sequence}", "1");
    List<String> optional =
        List.of("windowId", "transaction", "method", "target", "status", "clientCertificate");
    for (String member : List.of("sequence", "kind", "decoded", "findings", "startedAt")) {
      ObjectNode copy = exchange.deepCopy();
      copy.remove(member);
      assertThat(judge.refuses("GET", SPACE + "/exchanges/{sequence}", "200", copy))
          .as("without %s", member)
          .isTrue();
    }
    ObjectNode copy = exchange.deepCopy();
    copy.remove(optional);
    copy.remove("refusal");
    assertThat(judge.refuses("GET", SPACE + "/exchanges/{sequence}", "200", copy)).isFalse();
  }

  @Test
  void schemasKnowTheWordsOfAnEnumerationAndTheFormOfADate() {
    bench.commit(Samples.exchange(1, "e1", "insi", "INSi WS_INS2"));
    ObjectNode exchange = (ObjectNode) get(SPACE + "/exchanges/{sequence}", "1");
    for (var change :
        List.of(
            json.createObjectNode().put("kind", "FAX"),
            json.createObjectNode().put("startedAt", "hier"),
            json.createObjectNode().put("sequence", "1"))) {
      ObjectNode copy = exchange.deepCopy();
      copy.setAll(change);
      assertThat(judge.refuses("GET", SPACE + "/exchanges/{sequence}", "200", copy))
          .as(change.toString())
          .isTrue();
    }
  }

  @Test
  void schemasOfRequestsAreTheOnesTheServerApplies() {
    for (String body :
        List.of(
            "{\"name\":\"x\",\"enTrop\":1}",
            "{}",
            "{\"name\":1}",
            "[]",
            "\"x\"",
            "{\"name\":null}")) {
      assertThat(judge.refusesRequest("POST", SPACE + "/windows", judge.parse(body)))
          .as(body)
          .isTrue();
      HttpResponse<String> answer = wire.post("/control/v1/spaces/e1/windows", body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      judge.judge("POST", SPACE + "/windows", 400, answer.body());
    }
    assertThat(judge.refusesRequest("POST", SPACE + "/windows", judge.parse("{\"name\":\"x\"}")))
        .isFalse();
    assertThat(wire.post("/control/v1/spaces/e1/windows", "{\"name\":\"x\"}").statusCode())
        .isEqualTo(201);
  }

  @Test
  void theSchemasThemselvesAreJsonSchemas() {
    var metaSchema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of(SchemaId.V202012));
    JsonNode schemas = judge.document().at("/components/schemas");
    assertThat(schemas).isNotEmpty();
    assertThat(schemas).allSatisfy(schema -> assertThat(metaSchema.validate(schema)).isEmpty());
  }

  @Test
  void everyReferenceOfTheDocumentLeadsSomewhere() {
    List<JsonNode> references = judge.document().findValues("$ref");
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(judge.document().at(reference.textValue().substring(1)).isMissingNode())
                    .as(reference.textValue())
                    .isFalse());
  }

  @Test
  void anErrorFitsTheSchemaOfErrors() {
    HttpResponse<String> answer = wire.get("/control/v1/spaces/nulle-part");
    assertThat(answer.statusCode()).isEqualTo(404);
    judge.judge("GET", SPACE, 404, answer.body());
    assertThat(judge.parse(answer.body()).get("code").textValue()).isEqualTo("espace-inconnu");
  }
}
