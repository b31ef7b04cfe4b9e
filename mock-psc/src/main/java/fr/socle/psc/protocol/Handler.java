package fr.socle.psc.protocol;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.psc.service.FaultPlan;

/** Answers the requests of one path. Called from several threads. */
@FunctionalInterface
interface Handler {
  Served handle(IncomingRequest request, FaultPlan faults);
}
