package fr.socle.bench.control;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.AgeRequest;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.ExchangePage;
import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Health;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalChange;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Structure;
import fr.socle.bench.client.api.StructureRequest;
import fr.socle.bench.client.api.Stub;
import fr.socle.bench.client.api.StubRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.bench.client.api.WindowRequest;
import fr.socle.bench.control.Parameter.Form;
import fr.socle.bench.control.Route.NamedBytes;
import fr.socle.bench.operations.BenchOperations;
import fr.socle.exigences.Requirement;
import fr.socle.exigences.RequirementCatalogue;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The routes of the control API that every bench has, in the order of the document. */
final class ControlRoutes {
  private static final String SPACE = "/spaces/{space}";
  private static final Parameter AFTER =
      Parameter.optional("after", Form.SEQUENCE, "Cursor: only what follows it");
  private static final Parameter WINDOW =
      Parameter.optional("window", Form.TEXT, "Only what belongs to this window");

  private final BenchOperations bench;
  private final Waiting waiting;
  private final ExchangeStreams streams;
  private final Supplier<JsonNode> document;

  ControlRoutes(
      BenchOperations bench,
      Waiting waiting,
      ExchangeStreams streams,
      Supplier<JsonNode> document) {
    this.bench = bench;
    this.waiting = waiting;
    this.streams = streams;
    this.document = document;
  }

  List<Route> all() {
    return Stream.of(theBench(), spaces(), windows(), people(), exchanges(), disturbances())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> theBench() {
    RequirementCatalogue catalogue = RequirementCatalogue.load();
    return List.of(
        Route.read("/health", "State of the bench", Health.class, call -> bench.health()),
        Route.read("/openapi.json", "This document", JsonNode.class, call -> document.get()),
        Route.read(
            "/faults",
            "Faults that can be armed",
            FaultKind[].class,
            call -> bench.faultKinds().toArray(FaultKind[]::new)),
        Route.read(
            "/requirements",
            "The requirement catalogue",
            Requirement[].class,
            call -> catalogue.all().toArray(Requirement[]::new)));
  }

  private List<Route> spaces() {
    return List.of(
        Route.read(
            "/spaces",
            "Spaces of the bench",
            SpaceDescriptor[].class,
            call -> bench.spaces().toArray(SpaceDescriptor[]::new)),
        Route.create(
            "/spaces",
            "Creates a space with listeners of its own",
            SpaceRequest.class,
            SpaceDescriptor.class,
            (call, request) -> bench.createSpace(request)),
        Route.read(
            SPACE,
            "One space: everything a program needs to use it",
            SpaceDescriptor.class,
            call -> bench.space(call.space())),
        Route.order(
            HandlerType.DELETE,
            SPACE,
            "Closes and forgets a space; its journal stays",
            call -> bench.deleteSpace(call.space())),
        Route.order(
            HandlerType.POST,
            SPACE + "/reset",
            "Forgets what the services hold, the created persons, the faults and the stubs",
            call -> bench.reset(call.space())),
        Route.order(
            SPACE + "/age",
            "Makes what the services hold older",
            AgeRequest.class,
            (call, request) -> bench.age(call.space(), request)));
  }

  private List<Route> windows() {
    return List.of(
        Route.read(
            SPACE + "/windows",
            "Windows of a space, in order of opening",
            Window[].class,
            call -> bench.windows(call.space()).toArray(Window[]::new)),
        Route.create(
            SPACE + "/windows",
            "Opens a window; refused while another is open",
            WindowRequest.class,
            Window.class,
            (call, request) -> bench.openWindow(call.space(), request)),
        Route.act(
            SPACE + "/windows/{window}/close",
            "Closes a window; sequence checks run, faults are disarmed",
            WindowClosure.class,
            call -> bench.closeWindow(call.space(), call.path("window"))));
  }

  private List<Route> people() {
    return List.of(
        Route.read(
            SPACE + "/patients",
            "Patients created in a space",
            Patient[].class,
            call -> bench.patients(call.space()).toArray(Patient[]::new)),
        Route.create(
            SPACE + "/patients",
            "Creates a synthetic patient",
            PatientRequest.class,
            Patient.class,
            (call, request) -> bench.createPatient(call.space(), request)),
        Route.read(
            SPACE + "/professionals",
            "Professionals of a space",
            Professional[].class,
            call -> bench.professionals(call.space()).toArray(Professional[]::new)),
        Route.create(
            SPACE + "/professionals",
            "Creates a synthetic professional, or gives the one that stands for the persona when no"
                + " structure is named",
            ProfessionalRequest.class,
            Professional.class,
            (call, request) -> bench.createProfessional(call.space(), request)),
        Route.order(
            SPACE + "/professionals/change",
            "Changes what Pro Santé Connect knows of a professional: name, mail address, revocation",
            ProfessionalChange.class,
            (call, change) -> bench.changeProfessional(call.space(), change)),
        Route.read(
            SPACE + "/structures",
            "Structures of a space",
            Structure[].class,
            call -> bench.structures(call.space()).toArray(Structure[]::new)),
        Route.create(
            SPACE + "/structures",
            "Creates a synthetic structure",
            StructureRequest.class,
            Structure.class,
            (call, request) -> bench.createStructure(call.space(), request)),
        Route.read(
            SPACE + "/clients",
            "Relying parties declared at Pro Santé Connect",
            ClientDescription[].class,
            call -> bench.clients(call.space()).toArray(ClientDescription[]::new)));
  }

  private List<Route> exchanges() {
    String one = SPACE + "/exchanges/{sequence}";
    return List.of(
        Route.read(
                SPACE + "/exchanges",
                "Exchanges after a cursor, at most 500",
                ExchangePage.class,
                call -> bench.exchanges(call.space(), call.cursor("after"), call.query("window")))
            .with(AFTER, WINDOW),
        Route.later(
                SPACE + "/exchanges/await",
                "Waits for the first exchange after a cursor that matches",
                Exchange.class,
                call -> waiting.awaited(bench, call))
            .with(
                AFTER,
                Parameter.required("service", Form.TEXT, "Service, such as insi"),
                Parameter.optional(
                    "transaction", Form.TEXT, "Transaction, such as INSi WS_INS2; absent = any"),
                Parameter.required("timeout", Form.WAIT, "How long the call may be held")),
        Route.stream(
                SPACE + "/exchanges/live",
                "Exchanges as they are committed, by server-sent events named exchange; the id of"
                    + " an event is its sequence number, Last-Event-ID resumes after it",
                Exchange.class,
                call -> streams.open(bench, call))
            .with(
                Parameter.optional(
                    "after", Form.SEQUENCE, "Begins after this cursor; absent = from now on")),
        Route.read(one, "One exchange", Exchange.class, call -> raw(call).exchange()),
        Route.read(
            one + "/raw",
            "One exchange with its bytes, the first 16 MiB of each side",
            RawExchange.class,
            this::raw),
        Route.download(
            one + "/raw/request",
            "Bytes received, head and body as on the wire",
            call ->
                new NamedBytes(
                    fileName(call, "requete"), bench.requestBytes(call.space(), call.sequence()))),
        Route.download(
            one + "/raw/response",
            "Bytes sent",
            call ->
                new NamedBytes(
                    fileName(call, "reponse"), bench.responseBytes(call.space(), call.sequence()))),
        Route.read(
                SPACE + "/findings",
                "Findings of a space",
                Finding[].class,
                call -> bench.findings(call.space(), call.query("window")).toArray(Finding[]::new))
            .with(WINDOW));
  }

  private List<Route> disturbances() {
    return List.of(
        Route.read(
            SPACE + "/faults",
            "Faults armed in a space",
            Fault[].class,
            call -> bench.faults(call.space()).toArray(Fault[]::new)),
        Route.create(
            SPACE + "/faults",
            "Arms a fault",
            FaultRequest.class,
            Fault.class,
            (call, request) -> bench.armFault(call.space(), request)),
        Route.order(
            HandlerType.DELETE,
            SPACE + "/faults/{fault}",
            "Disarms a fault",
            call -> bench.disarmFault(call.space(), call.path("fault"))),
        Route.create(
            SPACE + "/stubs",
            "Puts a WireMock stub in front of a service",
            StubRequest.class,
            Stub.class,
            (call, request) -> bench.loadStub(call.space(), request)),
        Route.order(
            HandlerType.DELETE,
            SPACE + "/stubs/{stub}",
            "Removes a stub",
            call -> bench.removeStub(call.space(), call.path("stub"))));
  }

  private RawExchange raw(Call call) {
    return bench.rawExchange(call.space(), call.sequence());
  }

  private static String fileName(Call call, String what) {
    return "echange-" + call.sequence() + '-' + what + ".bin";
  }
}
