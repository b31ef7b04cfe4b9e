package fr.socle.dmp.protocol;

import fr.socle.dmp.service.DmpService;
import fr.socle.dmp.service.RightsMatrix;
import java.time.Clock;
import java.util.List;

/** The operations of the DMP that are not about documents. */
public final class DmpOperations {
  /** Existence and status. */
  public static final String EXISTENCE = ExistenceOperation.TD0_2;

  /** Authorisation of the caller. */
  public static final String AUTHORIZATION = SetAuthorizationOperation.TD0_3;

  /** Records that are open to the caller. */
  public static final String PATIENTS = PatientListOperation.TD0_4;

  /** Search of a patient without INS. */
  public static final String DEMOGRAPHICS = DemographicsOperation.TD0_5;

  /** Creation, withdrawn. */
  public static final String CREATION = CreationOperation.TD1_1;

  /** Reactivation. */
  public static final String REACTIVATION = RegistrationOperation.TD1_2;

  /** Administrative data. */
  public static final String IDENTITY = ExistenceOperation.TD1_3A;

  /** Change of administrative data. */
  public static final String CHANGE = RegistrationOperation.TD1_3B;

  /** Closure. */
  public static final String CLOSURE = RegistrationOperation.TD1_4;

  /** Who is authorised or blocked. */
  public static final String AUTHORIZATIONS = ListAuthorizationOperation.TD1_6;

  private DmpOperations() {}

  /** All of them, on the state of one space. */
  public static List<DmpOperation> of(DmpService service, RightsMatrix matrix, Clock clock) {
    return List.of(
        new ExistenceOperation(service, clock),
        new RegistrationOperation(service, clock),
        new CreationOperation(clock),
        new DemographicsOperation(service, matrix, clock),
        new PatientListOperation(service, matrix),
        new SetAuthorizationOperation(service),
        new ListAuthorizationOperation(service));
  }
}
