package org.tocsin.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which reports were filed on behalf of a caller, as far as the transaction may see them. */
@ApplicationScoped
public class OnBehalfMarks implements PanacheRepositoryBase<OnBehalf, UUID> {

    public Optional<OnBehalf> of(Report report) {
        return findByIdOptional(report.id);
    }

    /**
     * In the order of the reports' ids: oldest first.
     *
     * @param organisation whose; null for everyone's
     * @param confirmation null for all
     */
    public List<OnBehalf> after(UUID place, String organisation, Confirmation confirmation, int most) {
        StringBuilder condition = new StringBuilder("report > :after");
        Parameters given = Parameters.with("after", place);
        if (organisation != null) {
            condition.append(" and organisation = :organisation");
            given.and("organisation", organisation);
        }
        if (confirmation != null) {
            condition.append(" and confirmation = :confirmation");
            given.and("confirmation", confirmation);
        }
        return find(condition + " order by report", given).page(Page.ofSize(most)).list();
    }
}
