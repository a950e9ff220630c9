package org.tocsin.web.query;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;
import org.tocsin.json.Nearest;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;

/** The parameters that an operation takes, as its method declares them, and what is wrong with those that were sent. */
public final class KnownQuery {

    /** The code of the fault of a parameter without a value. */
    public static final String EMPTY = "empty-parameter";
    /** Of an operation that takes none. */
    public static final KnownQuery NONE = new KnownQuery(Map.of());

    private static final Pattern LIKE_A_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,60}");

    private record Rule(boolean isRepeatable, ValueRule value) {
    }

    private final Map<String, Rule> rules;

    private KnownQuery(Map<String, Rule> rules) {
        this.rules = rules;
    }

    static KnownQuery of(Method operation) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        ReadsQuery reads = operation.getAnnotation(ReadsQuery.class);
        if (reads != null) {
            for (QueryParameter each : reads.value().getEnumConstants()) {
                rules.put(each.code(), new Rule(each.isRepeatable(), ValueRule.ANY));
            }
        }
        for (Parameter argument : operation.getParameters()) {
            if (argument.isAnnotationPresent(BeanParam.class)) {
                for (Class<?> type = argument.getType(); type != Object.class && type != null; type = type.getSuperclass()) {
                    for (Field field : type.getDeclaredFields()) {
                        add(rules, field, field.getType(), field.getName());
                    }
                }
            } else {
                add(rules, argument, argument.getType(), argument.getName());
            }
        }
        return new KnownQuery(rules);
    }

    private static void add(Map<String, Rule> rules, AnnotatedElement argument, Class<?> type, String ownName) {
        QueryParam named = argument.getAnnotation(QueryParam.class);
        RestQuery rest = argument.getAnnotation(RestQuery.class);
        if (named != null || rest != null) {
            String name = named != null ? named.value() : rest.value().isEmpty() ? ownName : rest.value();
            rules.put(name, new Rule(Collection.class.isAssignableFrom(type), ValueRule.of(type, argument)));
        }
    }

    public Set<String> names() {
        return rules.keySet();
    }

    /** @return all at once, in the order in which they were sent; a repeatable parameter's values are counted from 0 */
    public List<Fault> faults(Map<String, List<String>> sent) {
        List<Fault> faults = new ArrayList<>();
        sent.forEach((name, values) -> {
            Rule rule = rules.get(name);
            if (rule == null) {
                faults.add(unknown(name));
                return;
            }
            String place = "/" + name;
            if (values.size() > 1 && !rule.isRepeatable) {
                faults.add(new Fault(place, "repeated", "This can be given once only."));
            }
            for (int i = 0; i < values.size(); i++) {
                rule.value.fault(values.size() > 1 && rule.isRepeatable ? place + "/" + i : place, values.get(i)).ifPresent(faults::add);
            }
        });
        return faults;
    }

    /** Where no resource is reached: for parameters of which none is known. */
    public Problem refusal(Set<String> unknown) {
        return refusal(unknown.stream().map(this::unknown).toList());
    }

    static Problem refusal(List<Fault> faults) {
        return new Problem(400, "bad-parameter", "Unusable parameter", "Nothing was done, since "
                + (faults.size() == 1 ? "one of the parameters" : faults.size() + " of the parameters")
                + " in the address cannot be used. Each fault's pointer is the parameter's name.", faults);
    }

    /** Its name is repeated only if it looks like one. */
    private Fault unknown(String name) {
        String known = rules.isEmpty() ? "This operation takes none." : "It takes " + String.join(", ", rules.keySet()) + ".";
        return new Fault(LIKE_A_NAME.matcher(name).matches() ? "/" + name : "", "unknown-parameter",
                "There is no such parameter." + Nearest.hint(name, rules.keySet()) + " " + known);
    }
}
