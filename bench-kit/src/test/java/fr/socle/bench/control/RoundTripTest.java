package fr.socle.bench.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.BenchRefusedException;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalChange;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.StructureRequest;
import fr.socle.bench.client.api.StubRequest;
import fr.socle.bench.client.api.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the Java client asks arrives, and what the bench says comes back, whole. */
class RoundTripTest {
  private final FakeBench bench = new FakeBench();
  private ControlServer server;
  private BenchClient client;

  @BeforeEach
  void start() {
    server = ControlServer.start(bench, ControlOptions.loopback());
    client = new BenchClient(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void carriesASpaceWithAllItsMembers() {
    SpaceDescriptor created = client.createSpace(new SpaceRequest("Cabinet é", 3L, Map.of()));
    assertThat(created).isEqualTo(bench.space(created.id()));
    assertThat(client.spaces()).containsExactly(created);
    assertThat(client.space(created.id())).isEqualTo(created);
    client.reset(created.id());
    client.age(created.id(), Duration.ofHours(2));
    assertThat(bench.orders).containsExactly("reset e1", "age e1 PT2H");
    client.deleteSpace(created.id());
    assertThat(client.spaces()).isEmpty();
  }

  @Test
  void carriesAWindowFromItsOpeningToItsClosing() {
    client.createSpace(new SpaceRequest(null, null, null));
    Window window = client.openWindow("e1", "Un scénario");
    assertThat(window.name()).isEqualTo("Un scénario");
    assertThatThrownBy(() -> client.openWindow("e1", "Un autre"))
        .isInstanceOfSatisfying(
            BenchRefusedException.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(400);
              assertThat(refused.error().code()).isEqualTo("fenetre-deja-ouverte");
              assertThat(refused).hasMessageContaining("fermez-la");
            });
    assertThat(client.closeWindow("e1", window.id()).findings()).containsExactly(Samples.finding());
  }

  @Test
  void carriesPeopleFaultsStubsAndOrdersToServices() {
    client.createSpace(new SpaceRequest(null, null, null));
    assertThat(client.createPatient("e1", new PatientRequest("ajaccio")))
        .isEqualTo(Samples.patient("p0", "ajaccio"));
    assertThat(client.createProfessional("e1", new ProfessionalRequest(null)))
        .isEqualTo(Samples.professional(null));
    assertThat(client.professionals("e1")).containsExactly(Samples.professional(null));
    client.changeProfessional(
        "e1",
        new ProfessionalChange(
            Samples.professional(null).nationalId(), "AUTREMENT", null, null, null));
    assertThat(client.professionals("e1"))
        .extracting(Professional::familyName)
        .containsExactly("AUTREMENT");
    assertThat(client.patients("e1")).containsExactly(Samples.patient("p0", "ajaccio"));
    assertThat(client.createStructure("e1", new StructureRequest("etablissement", "Hôpital")))
        .isEqualTo(Samples.structure("Hôpital"));
    assertThat(client.structures("e1")).containsExactly(Samples.structure("Hôpital"));
    assertThat(client.clients("e1")).isEqualTo(Samples.space("e1", "Espace e1").clients());
    Fault fault =
        client.armFault(
            "e1", new FaultRequest("insi", "latence", Map.of("millisecondes", "5"), 1, null));
    assertThat(client.faults("e1")).containsExactly(fault);
    client.disarmFault("e1", fault.id());
    assertThat(client.faults("e1")).isEmpty();
    assertThat(client.faultKinds()).isEqualTo(bench.faultKinds());
    client.loadStub(
        "e1", new StubRequest("insi", JsonNodeFactory.instance.objectNode().put("priority", 1)));
    client.removeStub("e1", "s1");
    assertThat(bench.orders).containsExactly("stub {\"priority\":1}", "remove s1");
    client.registerClient(
        "e1",
        new ClientRequest("lps", "s", "client_secret_post", null, List.of(), List.of(), Map.of()));
    client.nextLogin("e1", new NextLogin(null, "refuser"));
    assertThat(bench.services.clients).containsExactly("lps");
    assertThat(bench.services.logins).containsExactly(new NextLogin(null, "refuser"));
    assertThat(client.pscState("e1").clients()).containsExactly("lps");
    assertThat(client.insiState("e1").calls()).hasSize(1);
  }

  @Test
  void carriesExchangesAndTheirBytesUnchanged() {
    client.createSpace(new SpaceRequest(null, null, null));
    Exchange exchange = bench.commit(Samples.exchange(7, "e1", "insi", "INSi WS_INS2"));
    assertThat(client.exchanges("e1", 0, null).exchanges()).containsExactly(exchange);
    assertThat(client.exchanges("e1", 0, null).cursor()).isEqualTo(7);
    assertThat(client.exchanges("e1", 7, null).exchanges()).isEmpty();
    assertThat(client.rawExchange("e1", 7).request()).isEqualTo(Samples.REQUEST);
    assertThat(client.rawExchange("e1", 7).response()).isEqualTo(Samples.RESPONSE);
  }

  @Test
  void refusesAnOperationOfAServiceWithTheWordsOfTheService() {
    client.createSpace(new SpaceRequest(null, null, null));
    assertThatThrownBy(
            () ->
                client.registerClient(
                    "e1",
                    new ClientRequest(
                        " ", null, "client_secret_post", null, List.of(), List.of(), Map.of())))
        .isInstanceOfSatisfying(
            BenchRefusedException.class,
            refused -> assertThat(refused.error().code()).isEqualTo("client-sans-nom"));
  }
}
