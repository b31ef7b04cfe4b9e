package fr.socle.bench.operations;

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
import fr.socle.bench.content.Content;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.MockService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything a scenario can ask of a bench. The control API is this interface over HTTP, and adds
 * nothing. Safe for use by several threads.
 *
 * <p>Methods throw {@link fr.socle.bench.spi.InvalidControlRequestException} for a bad request and
 * {@link UnknownResourceException} when the space, window, exchange, fault or stub does not exist.
 */
public interface BenchOperations {
  /** Whether the bench is ready. */
  Health health();

  /** The services, for their control operations. */
  List<MockService> services();

  /** Faults that can be armed. */
  List<FaultKind> faultKinds();

  /** Creates a space with listeners of its own. */
  SpaceDescriptor createSpace(SpaceRequest request);

  /** The spaces. */
  List<SpaceDescriptor> spaces();

  /** One space. */
  SpaceDescriptor space(String spaceId);

  /** Closes and forgets a space; its journal stays. */
  void deleteSpace(String spaceId);

  /** Forgets what the services hold, the created persons, the faults and the stubs. */
  void reset(String spaceId);

  /** Makes what the services hold older. */
  void age(String spaceId, AgeRequest request);

  /** Opens a window; refused ({@code fenetre-deja-ouverte}) while another is open. */
  Window openWindow(String spaceId, WindowRequest request);

  /** Windows of a space, in order of opening. */
  List<Window> windows(String spaceId);

  /** Closes a window; closing it twice gives the same answer. */
  WindowClosure closeWindow(String spaceId, String windowId);

  /** Creates a synthetic patient. */
  Patient createPatient(String spaceId, PatientRequest request);

  /** Patients of a space, created ones only. */
  List<Patient> patients(String spaceId);

  /** Creates a synthetic professional, or gives the one that stands for the persona. */
  Professional createProfessional(String spaceId, ProfessionalRequest request);

  /** Changes what Pro Santé Connect knows of a professional. */
  void changeProfessional(String spaceId, ProfessionalChange change);

  /** Professionals of a space. */
  List<Professional> professionals(String spaceId);

  /** Creates a synthetic structure. */
  Structure createStructure(String spaceId, StructureRequest request);

  /** Structures of a space: those of its professionals, and those that were created. */
  List<Structure> structures(String spaceId);

  /** Relying parties declared at the services of a space. */
  List<ClientDescription> clients(String spaceId);

  /** Exchanges after a cursor, at most 500, those of a window when it is named. */
  ExchangePage exchanges(String spaceId, long after, @Nullable String windowId);

  /** One exchange with its bytes, the first 16 MiB of each side. */
  RawExchange rawExchange(String spaceId, long sequence);

  /** All that is kept of the bytes received in an exchange, however many. */
  Content requestBytes(String spaceId, long sequence);

  /** All the bytes sent in an exchange, however many. */
  Content responseBytes(String spaceId, long sequence);

  /** Waits for the first exchange after a cursor that matches. */
  Optional<Exchange> await(
      String spaceId, long after, String service, @Nullable String transaction, Duration timeout);

  /** Findings of a space, those of a window when it is named. */
  List<Finding> findings(String spaceId, @Nullable String windowId);

  /**
   * Live stream: the listener is called for each exchange once committed, on a thread of the bench;
   * a slow listener loses nothing and delays nobody.
   *
   * @return closes the stream
   */
  AutoCloseable subscribe(String spaceId, Consumer<Exchange> listener);

  /** Arms a fault. */
  Fault armFault(String spaceId, FaultRequest request);

  /** Faults armed. */
  List<Fault> faults(String spaceId);

  /** Disarms a fault. */
  void disarmFault(String spaceId, String faultId);

  /** Puts a WireMock stub in front of a service. */
  Stub loadStub(String spaceId, StubRequest request);

  /** Removes a stub. */
  void removeStub(String spaceId, String stubId);

  /** Control operations of a service in a space. */
  List<ControlOperation<?, ?>> serviceOperations(String spaceId, String service);
}
