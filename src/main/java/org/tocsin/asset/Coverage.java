package org.tocsin.asset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.asset.CoveragePage.Counts;
import org.tocsin.asset.CoveragePage.Item;
import org.tocsin.json.Canonical;
import org.tocsin.json.WireWord;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** Finds what an inventory lacks. An operator learns of its own alone, also of what reports named: only its own reports. */
@ApplicationScoped
public class Coverage {

    private static final int REPORTS = 1_000;

    private final Transactions transactions;
    private final Assets assets;
    private final Instance<NamedAssets> named;
    private final Now now;

    Coverage(Transactions transactions, Assets assets, Instance<NamedAssets> named, Now now) {
        this.transactions = transactions;
        this.assets = assets;
        this.named = named;
        this.now = now;
    }

    /** @param after the cursor of the part before; null for the first */
    CoveragePage page(Caller caller, String organisation, Gap gap, String after, int limit) {
        String begin = after == null ? "" : opened(after);
        String whose = whose(caller, organisation);
        LocalDate today = LocalDate.ofInstant(now.instant(), ZoneOffset.UTC);
        return transactions.seeing(caller.sight(), () -> {
            List<Asset> cared = assets.ofKinds(whose, Stream.of(AssetKind.values())
                    .filter(kind -> kind.keepsTime() || kind.isStaffDevice()).toList());
            List<Item> risk = new ArrayList<>();
            List<Item> posture = new ArrayList<>();
            int keepTime = 0;
            for (Asset asset : cared) {
                AssetDocument entry = asset.entry();
                if (entry.kind().keepsTime()) {
                    keepTime++;
                    Risk state = Risk.of(entry, today, Limits.USUAL.riskHolds());
                    if (state.state() != Risk.State.CURRENT) {
                        risk.add(item(asset.organisation, entry, state, null));
                    }
                } else {
                    List<PostureProblem> problems = PostureProblem.of(entry, today, Limits.USUAL.patchHolds());
                    if (!problems.isEmpty()) {
                        posture.add(item(asset.organisation, entry, null, problems));
                    }
                }
            }
            List<Item> unlisted = unlisted(whose);
            List<Item> asked = switch (gap) {
                case RISK -> risk;
                case POSTURE -> posture;
                case UNLISTED -> unlisted;
            };
            Counts counts = new Counts(keepTime, risk.size(), cared.size() - keepTime, posture.size(), unlisted.size());
            List<Item> rest = asked.stream().filter(item -> key(item).compareTo(begin) > 0)
                    .sorted(Comparator.comparing(Coverage::key)).toList();
            return new CoveragePage(today, counts, gap, rest.stream().limit(limit).toList(),
                    rest.size() > limit ? next(organisation, gap, key(rest.get(limit - 1)), limit) : null);
        });
    }

    /** What reports named, without what somebody has listed since, as far as the transaction may see. */
    private List<Item> unlisted(String whose) {
        record Meant(String organisation, AssetReference reference) {
        }
        Map<Meant, List<NamedAssets.Named>> byName = new LinkedHashMap<>();
        named.stream().flatMap(source -> source.unmatched(whose, REPORTS).stream()).forEach(each ->
                byName.computeIfAbsent(new Meant(each.organisation(), each.reference()), unseen -> new ArrayList<>()).add(each));
        Set<Handle> handles = new LinkedHashSet<>();
        byName.keySet().forEach(meant -> handles.addAll(Handle.of(meant.organisation(), meant.reference())));
        Set<String> listed = assets.listed(handles);
        List<Item> items = new ArrayList<>();
        byName.forEach((meant, naming) -> {
            if (Stream.of(Assets.texts(Handle.of(meant.organisation(), meant.reference()))).noneMatch(listed::contains)) {
                NamedAssets.Named last = naming.get(0);
                items.add(new Item(meant.organisation(), null, null, null, null, null, null, meant.reference(),
                        naming.size(), last.report(), last.receivedAt()));
            }
        });
        return items;
    }

    private static Item item(String organisation, AssetDocument entry, Risk risk, List<PostureProblem> problems) {
        return new Item(organisation, entry.ref(), entry.name(), entry.kind(), entry.ownerContact(), risk, problems, null, null, null, null);
    }

    private static String whose(Caller caller, String organisation) {
        if (caller.seesAll()) {
            return organisation;
        }
        if (organisation != null && !organisation.equals(caller.ownOrganisation())) {
            throw Problem.notFound("organisation");
        }
        return caller.ownOrganisation();
    }

    /** What gaps are ordered by: it stays the same when others come and go. */
    private static String key(Item item) {
        return item.organisation() + "/" + (item.ref() != null ? item.ref()
                : new String(Canonical.bytes(item.reference()), StandardCharsets.UTF_8));
    }

    private static String next(String organisation, Gap gap, String after, int limit) {
        return "/api/v1/assets:coverage?gap=" + WireWord.of(gap) + "&limit=" + limit
                + "&after=" + Base64.getUrlEncoder().withoutPadding().encodeToString(after.getBytes(StandardCharsets.UTF_8))
                + (organisation == null ? "" : "&organisation=" + URLEncoder.encode(organisation, StandardCharsets.UTF_8));
    }

    private static String opened(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            throw new Problem(400, "bad-page", "Unusable page", "after is not a place that this service gave. Begin again without it.");
        }
    }
}
