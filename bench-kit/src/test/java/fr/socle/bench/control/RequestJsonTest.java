package fr.socle.bench.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.StubRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestJsonTest {
  private final RequestJson requests = new RequestJson();

  private <T> T read(String json, Class<T> type) {
    return requests.read(json.getBytes(StandardCharsets.UTF_8), type);
  }

  @Test
  void readsARecordWithItsOptionalMembersAbsentOrPresent() {
    assertThat(read("{}", PatientRequest.class)).isEqualTo(new PatientRequest(null));
    assertThat(
            read(
                "{\"service\":\"insi\",\"fault\":\"latence\",\"parameters\":{\"a\":\"b\"},\"times\":2}",
                FaultRequest.class))
        .isEqualTo(new FaultRequest("insi", "latence", Map.of("a", "b"), 2, null));
  }

  @Test
  void refusesATextWhereTheRecordCouldBeMadeFromOne() {
    assertThatThrownBy(() -> read("\"medecin\"", ProfessionalRequest.class))
        .isInstanceOf(ControlRefusal.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'service':'insi','fault':'x','enTrop':1}                  | membre-inconnu  | /enTrop",
        "{'service':'insi'}                                         | membre-manquant | /fault",
        "{'service':'insi','fault':null}                            | membre-manquant | /fault",
        "{'service':'insi','fault':'x','times':'2'}                 | valeur-invalide | /times",
        "{'service':'insi','fault':'x','times':2.5}                 | valeur-invalide | /times",
        "{'service':'insi','fault':'x','times':true}                | valeur-invalide | /times",
        "{'service':7,'fault':'x'}                                  | valeur-invalide | /service",
        "{'service':'insi','fault':'x','parameters':['a']}          | valeur-invalide | /parameters",
        "{'service':'insi','fault':'x','parameters':{'a':1}}        | valeur-invalide | /parameters/a",
        "{'service':'insi','fault':'x','parameters':{'a':null}}     | valeur-invalide | /parameters",
        "{'service':'insi','service':'psc','fault':'x'}             | json-illisible  | ligne 1",
        "{'service':'insi','fault':'x'                              | json-illisible  | JSON",
        "{'service':'insi','fault':'x'} {}                          | valeur-invalide | racine",
        "[]                                                         | valeur-invalide | racine",
        "null                                                       | corps-absent    | null"
      })
  void refusesWhatTheRecordIsNot(String json, String code, String told) {
    assertThatThrownBy(() -> read(json.replace('\'', '"'), FaultRequest.class))
        .isInstanceOfSatisfying(
            ControlRefusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(400);
              assertThat(refusal.error().code()).isEqualTo(code);
              assertThat(refusal.error().message()).contains(told);
            });
  }

  @Test
  void refusesANullInAList() {
    assertThatThrownBy(
            () ->
                read(
                    "{\"clientId\":\"a\",\"authMethod\":\"b\",\"redirectUris\":[null],"
                        + "\"postLogoutRedirectUris\":[],\"settings\":{}}",
                    ClientRequest.class))
        .isInstanceOf(ControlRefusal.class)
        .hasMessageContaining("/redirectUris");
  }

  @Test
  void takesAnyObjectWhereTheRecordHoldsFreeJsonAndNothingElse() {
    assertThat(
            read("{\"service\":\"insi\",\"mapping\":{\"a\":[1]}}", StubRequest.class)
                .mapping()
                .toString())
        .isEqualTo("{\"a\":[1]}");
    assertThatThrownBy(() -> read("{\"service\":\"insi\",\"mapping\":[1]}", StubRequest.class))
        .isInstanceOf(ControlRefusal.class)
        .hasMessageContaining("/mapping");
    assertThatThrownBy(() -> read("{\"service\":\"insi\",\"mapping\":null}", StubRequest.class))
        .isInstanceOf(ControlRefusal.class)
        .hasMessageContaining("/mapping");
  }

  @Test
  void refusesAnEmptyBodyWhereARecordIsAwaited() {
    assertThatThrownBy(() -> read("", PatientRequest.class))
        .isInstanceOfSatisfying(
            ControlRefusal.class,
            refusal -> assertThat(refusal.error().code()).isEqualTo("corps-absent"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", " { } "})
  void acceptsNothingWhereNothingIsAwaited(String body) {
    requests.requireNothing(body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1}", "[]", "1", "null", "{", "x"})
  void refusesSomethingWhereNothingIsAwaited(String body) {
    assertThatThrownBy(() -> requests.requireNothing(body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ControlRefusal.class);
  }
}
