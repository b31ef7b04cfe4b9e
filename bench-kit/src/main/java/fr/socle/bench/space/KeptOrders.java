package fr.socle.bench.space;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.BenchJson;
import fr.socle.bench.space.Folio.Order;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.ServiceInstance;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The orders of the control API that belong to a space: kept before they are acknowledged, told
 * again to the services of a space that opens again.
 */
final class KeptOrders {
  private static final Logger LOG = LoggerFactory.getLogger(KeptOrders.class);

  private final Folio folio;
  private final JsonMapper json = BenchJson.mapper();

  KeptOrders(Folio folio) {
    this.folio = folio;
  }

  /** An operation of a service, which is kept if it asks for it. */
  <I, O> ControlOperation<I, O> keeping(String service, ControlOperation<I, O> operation) {
    if (!operation.kept()) {
      return operation;
    }
    return operation.running(
        input -> {
          // One at a time: what is told again comes in the order in which it was carried out.
          synchronized (folio) {
            O output = operation.run().apply(input);
            folio.add(new Order(service, operation.name(), json.<JsonNode>valueToTree(input)));
            return output;
          }
        });
  }

  /** Tells every kept order again; one that this bench cannot carry out stays kept for another. */
  void tellAgain(Map<String, ServiceInstance> services) {
    for (Folio.Entry entry : folio.entries()) {
      if (entry instanceof Order order) {
        ServiceInstance service = services.get(order.service());
        if (service != null) {
          tell(service, order);
        }
      }
    }
  }

  private void tell(ServiceInstance service, Order order) {
    for (ControlOperation<?, ?> operation : service.operations()) {
      if (operation.kept() && operation.name().equals(order.operation())) {
        try {
          run(operation, order.input());
        } catch (InvalidControlRequestException | IllegalArgumentException e) {
          LOG.warn(
              "The kept order {} of {} is no longer accepted: {}",
              order.operation(),
              order.service(),
              e.getMessage());
        }
        return;
      }
    }
    LOG.warn("The kept order {} of {} is no longer known", order.operation(), order.service());
  }

  private <I, O> void run(ControlOperation<I, O> operation, JsonNode input) {
    O unused = operation.run().apply(json.convertValue(input, operation.input()));
  }
}
