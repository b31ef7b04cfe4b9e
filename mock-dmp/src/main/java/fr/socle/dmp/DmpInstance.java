package fr.socle.dmp;

import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.dmp.protocol.DmpContract;
import fr.socle.dmp.registry.service.Registry;
import fr.socle.dmp.service.DmpService;
import fr.socle.dmp.service.TestedRecords;
import fr.socle.dmp.service.VihfControls;
import fr.socle.dmp.web.WebAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The DMP in one space. */
final class DmpInstance implements ServiceInstance {
  private final DmpService service;
  private final Registry registry;
  private final VihfControls controls;
  private final TestedRecords tested;
  private final HttpEndpoint endpoint;
  private final List<ControlOperation<?, ?>> operations;
  private final String address;

  DmpInstance(
      DmpService service,
      Registry registry,
      VihfControls controls,
      TestedRecords tested,
      HttpEndpoint endpoint,
      List<ControlOperation<?, ?>> operations,
      String address) {
    this.service = service;
    this.registry = registry;
    this.controls = controls;
    this.tested = tested;
    this.endpoint = endpoint;
    this.operations = List.copyOf(operations);
    this.address = address;
  }

  @Override
  public HttpEndpoint endpoint(String listener) {
    if (!listener.equals(DmpMock.LISTENER)) {
      throw new IllegalArgumentException("no listener " + listener);
    }
    return endpoint;
  }

  @Override
  public Map<String, String> urls() {
    return Map.of(
        DmpMock.LISTENER, address + DmpContract.PATH, DmpMock.WEB, address + WebAccess.PATH);
  }

  @Override
  public List<ControlOperation<?, ?>> operations() {
    return operations;
  }

  @Override
  public void age(Duration by) {
    controls.age(by);
    service.dossiers().age(by);
    registry.age(by);
  }

  @Override
  public void reset() {
    controls.reset();
    service.dossiers().clear();
    registry.clear();
    tested.clear();
  }

  @Override
  public void forgotten() {
    service.dossiers().clear();
    registry.clear();
    tested.clear();
  }

  @Override
  public void close() {
    // What it keeps is in the store of the bench.
  }
}
