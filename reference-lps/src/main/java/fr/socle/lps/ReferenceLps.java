package fr.socle.lps;

import fr.socle.lps.actions.Poste;
import fr.socle.lps.insi.InsiClient;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Identification;
import fr.socle.lps.pilote.PiloteServer;
import fr.socle.lps.psc.LoginSettings;
import fr.socle.lps.psc.ciba.Pause;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A correct medical software, or one of its mutants, driven over HTTP by the driver API. One
 * instance serves one space of a bench; several can run in one process.
 */
public final class ReferenceLps implements AutoCloseable {

  private static final String NAME = "socle-reference";
  private static final String VERSION = "1.0";

  private final PiloteServer pilote;
  private final Poste poste;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ReferenceLps(PiloteServer pilote, Poste poste) {
    this.pilote = pilote;
    this.poste = poste;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The base address a driver is given, for instance {@code http://127.0.0.1:8600/pilote}. */
  public URI url() {
    return pilote.url();
  }

  /** Stops everything; a second call does nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      pilote.close();
      poste.close();
    }
  }

  /**
   * Runs the software as a program until it is stopped.
   *
   * @param arguments {@code [--port N] [--mutant ID]}
   */
  public static void main(String[] arguments) {
    System.exit(CommandLine.run(arguments, System.out, System.err));
  }

  /** Options of the software; what is not said keeps its default. */
  public static final class Builder {

    private int port;
    private Defects defects = Defects.none();
    private Clock clock = Clock.systemUTC();
    private SecureRandom random = new SecureRandom();
    private Duration patience = Duration.ofSeconds(10);
    private Duration personDelay = Duration.ofSeconds(15);
    private Consumer<URI> invitation = address -> {};
    private @Nullable Pause pause;

    private Builder() {}

    /** The port of the driver API on the loopback address; 0, the default, takes a free one. */
    public Builder port(int value) {
      port = value;
      return this;
    }

    /**
     * Gives the software a deliberate defect.
     *
     * @throws IllegalArgumentException when no mutant has that id
     */
    public Builder mutant(String id) {
      defects =
          Defects.of(
              Mutant.byId(id)
                  .orElseThrow(() -> new IllegalArgumentException("Mutant inconnu : " + id)));
      return this;
    }

    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /** The source of state, nonce and PKCE secrets. */
    public Builder random(SecureRandom value) {
      random = value;
      return this;
    }

    /** How long one answer of a service may take; 10 s by default. */
    public Builder patience(Duration value) {
      patience = value;
      return this;
    }

    /** How long a person may take on the login page; 15 s by default. */
    public Builder personDelay(Duration value) {
      personDelay = value;
      return this;
    }

    /** Who is told the address of a login page that waits for a person. */
    public Builder invitation(Consumer<URI> value) {
      invitation = value;
      return this;
    }

    /** How time passes while somebody answers on his phone; as the clock says by default. */
    public Builder pause(Pause value) {
      pause = value;
      return this;
    }

    /**
     * Starts the software.
     *
     * @throws IOException when the port cannot be taken
     */
    public ReferenceLps start() throws IOException {
      Poste poste =
          new Poste(
              new InsiClient.Software(NAME, VERSION, UUID.randomUUID().toString()),
              new LoginSettings(
                  clock,
                  random,
                  patience,
                  personDelay,
                  invitation,
                  pause == null ? Pause.on(clock) : pause),
              defects);
      Identification identification =
          new Identification("LPS de référence Socle", VERSION, "Socle");
      return new ReferenceLps(PiloteServer.start(port, identification, poste.actions()), poste);
    }
  }
}
