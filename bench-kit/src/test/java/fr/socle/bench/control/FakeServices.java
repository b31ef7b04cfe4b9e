package fr.socle.bench.control;

import fr.socle.bench.check.CheckBook;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.client.api.InsiState;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.PscState;
import fr.socle.bench.operations.UnknownResourceException;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.MockService;
import fr.socle.bench.spi.ServiceContext;
import fr.socle.bench.spi.ServiceInstance;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two services that only have control operations, with the records of the real ones. */
final class FakeServices {
  final List<String> clients = new CopyOnWriteArrayList<>();
  final List<NextLogin> logins = new CopyOnWriteArrayList<>();

  List<MockService> all() {
    return List.of(new Named("psc"), new Named("insi"));
  }

  List<ControlOperation<?, ?>> operations(String service) {
    return switch (service) {
      case "psc" ->
          List.of(
              new ControlOperation<>(
                  "POST",
                  "clients",
                  "Registers a client",
                  ClientRequest.class,
                  Void.class,
                  this::register),
              new ControlOperation<>(
                  "POST",
                  "next-login",
                  "Says what the person does next",
                  NextLogin.class,
                  Void.class,
                  this::next),
              new ControlOperation<>(
                  "GET",
                  "state",
                  "What the service holds",
                  Void.class,
                  PscState.class,
                  none ->
                      new PscState(
                          List.of(
                              new PscState.Session(
                                  "s1", "899990000012", List.of("lps"), Instant.EPOCH, true)),
                          List.copyOf(clients),
                          List.of())));
      case "insi" ->
          List.of(
              new ControlOperation<>(
                  "GET",
                  "state",
                  "What the service did",
                  Void.class,
                  InsiState.class,
                  none ->
                      new InsiState(
                          List.of(
                              new InsiState.Call(
                                  "rechercherInsAvecTraitsIdentite",
                                  "MOQUETTE",
                                  "ALIX",
                                  "F",
                                  "1988-02-29",
                                  null,
                                  "01",
                                  null)))));
      default ->
          throw new UnknownResourceException(
              "service-inconnu", "Le service « " + service + " » ne tourne pas ici.");
    };
  }

  private Void register(ClientRequest request) {
    if (request.clientId().isBlank()) {
      throw new InvalidControlRequestException(
          "client-sans-nom", "Donnez un client_id à ce client.");
    }
    clients.add(request.clientId());
    return null;
  }

  private Void next(NextLogin next) {
    logins.add(next);
    return null;
  }

  private record Named(String name) implements MockService {
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
      throw new UnsupportedOperationException("this service never opens");
    }
  }
}
