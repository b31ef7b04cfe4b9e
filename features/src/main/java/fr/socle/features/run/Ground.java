package fr.socle.features.run;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.BenchRefusedException;
import fr.socle.bench.client.BenchUnavailableException;
import fr.socle.bench.client.api.Health;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.features.driver.Capabilities;
import fr.socle.features.driver.DriverFailedException;
import fr.socle.features.driver.LpsConfiguration.DriverKind;
import fr.socle.features.driver.LpsDriver;
import fr.socle.features.model.Cause;
import fr.socle.features.model.Indetermination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run stands on: the bench, the places, what the LPS said of itself; or why it cannot begin.
 */
final class Ground implements AutoCloseable {
  private final RunOptions options;
  private final BenchClient bench;
  private final List<Place> places = new ArrayList<>();
  private final Map<String, Long> existingSince = new LinkedHashMap<>();
  private @Nullable Health health;
  private @Nullable Capabilities capabilities;
  private @Nullable Indetermination failure;

  private Ground(RunOptions options) {
    this.options = options;
    this.bench = new BenchClient(options.bench(), options.token());
  }

  /** Prepares a run; what fails is told by {@link #failure}, not thrown. */
  static Ground prepare(RunOptions options) {
    Ground ground = new Ground(options);
    try {
      ground.health = ground.bench.health();
      ground.findPlaces();
    } catch (BenchUnavailableException e) {
      ground.failure = new Indetermination(Cause.BANC, String.valueOf(e.getMessage()));
    } catch (BenchRefusedException e) {
      ground.failure =
          new Indetermination(
              Cause.BANC, "Le banc a refusé de préparer les espaces : " + e.getMessage());
    } catch (DriverFailedException e) {
      ground.failure = new Indetermination(Cause.PILOTE, String.valueOf(e.getMessage()));
    }
    return ground;
  }

  private void findPlaces() {
    int width = Math.min(options.threads(), options.lps().instances());
    List<SpaceDescriptor> existing = List.of();
    for (int instance = 0; instance < width; instance++) {
      LpsDriver driver = options.lps().open(instance);
      Capabilities said = driver.capabilities();
      if (capabilities == null) {
        capabilities = said;
        existing = existingSpaces(said);
      }
      boolean own = !takesExisting(said);
      if (!own && instance >= existing.size()) {
        driver.close();
        break; // no more spaces: fewer scenarios at once
      }
      SpaceDescriptor space = own ? makeSpace(instance) : existing.get(instance);
      places.add(new Place(space, own, driver, said));
      if (!own) {
        existingSince.put(space.id(), observes() ? 0 : OutsideWatch.end(bench, space));
      }
    }
    if (places.isEmpty()) {
      failure =
          new Indetermination(
              Cause.BANC,
              "Le banc n'a aucun espace, et le pilote n'offre pas « configurer » : lancez « socle up »,"
                  + " réglez le logiciel sur ses adresses, puis jouez avec --bench.");
    }
  }

  /** An LPS that cannot be told where to go already uses a space of the bench. */
  private boolean takesExisting(Capabilities said) {
    if (!options.spaces().isEmpty() || observes()) {
      return true;
    }
    // One that does nothing goes nowhere: nothing of it will be covered, in any space.
    return !said.actions().isEmpty() && !said.offers("configurer");
  }

  private boolean observes() {
    return options.lps().driver() == DriverKind.OBSERVATION;
  }

  private List<SpaceDescriptor> existingSpaces(Capabilities said) {
    if (!takesExisting(said)) {
      return List.of();
    }
    return options.spaces().isEmpty()
        ? bench.spaces()
        : options.spaces().stream().map(bench::space).toList();
  }

  private SpaceDescriptor makeSpace(int instance) {
    return bench.createSpace(new SpaceRequest("suite-" + (instance + 1), null, null));
  }

  BenchClient bench() {
    return bench;
  }

  /** Number of scenarios that can be played at once. */
  int width() {
    return Math.max(1, places.size());
  }

  SpacePool pool() {
    return new SpacePool(places);
  }

  /** Watches of every space that was used until now. */
  List<OutsideWatch> watches() {
    return places.stream()
        .flatMap(place -> place.spaces().stream())
        .map(space -> new OutsideWatch(bench, space, existingSince.getOrDefault(space.id(), 0L)))
        .toList();
  }

  /** Every space that was used until now. */
  List<SpaceDescriptor> spaces() {
    return places.stream().flatMap(place -> place.spaces().stream()).toList();
  }

  Optional<Health> health() {
    return Optional.ofNullable(health);
  }

  Optional<Capabilities> capabilities() {
    return Optional.ofNullable(capabilities);
  }

  Optional<Indetermination> failure() {
    return Optional.ofNullable(failure);
  }

  /** Lets go of the drivers and of the spaces the run made. */
  @Override
  public void close() {
    places.forEach(this::letGo);
  }

  private void letGo(Place place) {
    place.close();
    if (!place.ownSpace()) {
      return;
    }
    try {
      place.spaces().forEach(space -> bench.deleteSpace(space.id()));
    } catch (BenchUnavailableException | BenchRefusedException e) {
      // The bench is gone, and the space with it: the run has already said so.
    }
  }
}
