package fr.socle.essais.dmp;

import fr.socle.bench.check.CheckBook;
import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.MockService;
import fr.socle.bench.spi.ServiceContext;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.bench.world.Ins;
import fr.socle.bench.world.Patient;
import fr.socle.bench.world.Sex;
import fr.socle.bench.world.StrictTraits;
import fr.socle.bench.world.WorldStore;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A service without wire that makes people known in each space by the INS they are published with:
 * no persona of the bench bears it.
 *
 * @param identities their identities
 */
record RegistryOffice(Collection<Ins> identities) implements MockService {
  @Override
  public String name() {
    return "etat-civil";
  }

  @Override
  public List<ListenerSpec> listeners() {
    return List.of();
  }

  @Override
  public List<FaultKind> faults() {
    return List.of();
  }

  @Override
  public CheckBook checks() {
    return CheckBook.builder().build();
  }

  @Override
  public ServiceInstance open(ServiceContext context) {
    context
        .world()
        .addPatients(
            identities.stream()
                .filter(ins -> isNew(ins, context.world()))
                .map(RegistryOffice::somebody)
                .toList());
    return new Quiet();
  }

  /** Some are among the persons that INSi publishes. */
  private static boolean isNew(Ins ins, WorldStore world) {
    return world.patientByMatricule(ins.matricule().value().substring(0, 13)).isEmpty();
  }

  // The DMP compares the INS alone.
  private static Patient somebody(Ins ins) {
    StrictTraits traits =
        new StrictTraits("PATIENT", List.of("EXEMPLE"), Sex.F, "1979-03-01", "99999");
    return Patient.known("officiel-" + ins.matricule().value(), null, traits, ins);
  }

  /** Does nothing more. */
  private static final class Quiet implements ServiceInstance {
    @Override
    public HttpEndpoint endpoint(String listener) {
      throw new IllegalArgumentException(listener);
    }

    @Override
    public Map<String, String> urls() {
      return Map.of();
    }

    @Override
    public List<ControlOperation<?, ?>> operations() {
      return List.of();
    }

    @Override
    public void age(Duration by) {}

    @Override
    public void reset() {}

    @Override
    public void close() {}
  }
}
