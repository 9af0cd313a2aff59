using System.Text.Json;
using System.Text.Json.Nodes;
using Personio.Sandbox.PingOne.Directory;
using Personio.Sandbox.PingOne.Json;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>
/// Reads the profile in a body as strictly as the service does: unknown and disabled attributes are dropped silently,
/// and all violations are reported in one response.
/// </summary>
internal sealed class ProfileCheck(PingOneCall call, UserRow? user)
{
    private readonly List<ProblemDetail> _wrong = [];

    public void ThrowIfAny()
    {
        if (_wrong.Count > 0)
        {
            throw PingOneProblem.InvalidData(_wrong);
        }
    }

    /// <summary>The profile from a body alone.</summary>
    public JsonObject New(JsonObject body) => Finish(JsonMerge.Patch([], Known(body)));

    /// <summary>The profile of the user with the changes in a body.</summary>
    public JsonObject Changed(JsonObject body) => Finish(JsonMerge.Patch(user!.Profile, Known(body)));

    public bool? Flag(JsonObject body, string name)
    {
        if (body[name] is not { } node)
        {
            return null;
        }

        if (node.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
        {
            return node.GetValue<bool>();
        }

        Add("INVALID_VALUE", name, "must be true or false");
        return null;
    }

    public bool Required(JsonObject body, string name)
    {
        if (Flag(body, name) is { } flag)
        {
            return flag;
        }

        if (_wrong.Count == 0)
        {
            Add("REQUIRED_VALUE", name, "must not be empty");
        }

        return false;
    }

    public PopulationRow? Population(JsonObject body)
    {
        if (body["population"] is null)
        {
            PopulationRow? usual = call.Options.DefaultPopulation
                ? call.Directory.Populations.Find(row => row.IsDefault)
                : null;
            if (usual is null)
            {
                Add("REQUIRED_VALUE", "population.id", "must not be empty");
            }

            return usual;
        }

        string? id = body["population"] is JsonObject named && named["id"] is JsonValue value
            && value.TryGetValue(out string? text) ? text : null;
        PopulationRow? row = call.Directory.Populations.Find(population => population.Id == id);
        if (row is null || !call.CanSee(row.Id))
        {
            Add("INVALID_VALUE", "population.id", "The population does not exist.");
        }

        return row;
    }

    /// <summary>The members that the service stores; all others are dropped silently.</summary>
    private JsonObject Known(JsonObject body)
    {
        string[] dropped = call.Options.DroppedAttributes?.Split(',') ?? [];
        var known = new JsonObject();
        foreach (KeyValuePair<string, JsonNode?> member in body)
        {
            SchemaAttribute? attribute = call.Directory.Schema.Find(member.Key);
            bool isWritable = attribute is { Enabled: true } && !dropped.Contains(member.Key)
                && (attribute.IsCustom || attribute.SchemaType == "STANDARD" || member.Key == "username");
            if (!isWritable)
            {
                continue;
            }

            if (member.Value is null)
            {
                known[member.Key] = null;
            }
            else if (attribute!.Type == "COMPLEX")
            {
                Parts(known, attribute, member.Value);
            }
            else if (Reads(attribute, member.Value))
            {
                known[member.Key] = member.Value.DeepClone();
            }
        }

        return known;
    }

    private void Parts(JsonObject known, SchemaAttribute attribute, JsonNode value)
    {
        if (value is not JsonObject parts)
        {
            Add("INVALID_VALUE", attribute.Name, "must be an object");
            return;
        }

        var kept = new JsonObject();
        foreach (string name in attribute.SubAttributes.Where(parts.ContainsKey))
        {
            if (parts[name] is null || IsText($"{attribute.Name}.{name}", parts[name]!))
            {
                kept[name] = parts[name]?.DeepClone();
            }
        }

        known[attribute.Name] = kept;
    }

    private bool Reads(SchemaAttribute attribute, JsonNode value)
    {
        if (attribute.MultiValued)
        {
            return value is JsonArray items
                ? items.Count <= 1000 && items.All(item => item is not null && IsAllowed(attribute, item))
                : Refuse("INVALID_VALUE", attribute.Name, "must be an array");
        }

        return attribute.Type == "JSON"
            ? value is JsonObject || Refuse("INVALID_VALUE", attribute.Name, "must be a JSON object")
            : IsAllowed(attribute, value);
    }

    private bool IsAllowed(SchemaAttribute attribute, JsonNode value)
    {
        if (!IsText(attribute.Name, value))
        {
            return false;
        }

        string text = value.GetValue<string>();
        if (attribute.Values is { } values && (!values.TryGetValue(text, out bool isArchived) || isArchived))
        {
            return Refuse("INVALID_VALUE", attribute.Name, "is not one of the allowed values", new InnerError
            {
                AllowedValues = [.. values.Where(pair => !pair.Value).Select(pair => pair.Key)],
            });
        }

        return attribute.Pattern is null || new TextRule(0, attribute.Pattern).Matches(text)
            || Refuse(
                "INVALID_VALUE", attribute.Name, "must match the pattern",
                new InnerError { AllowedPattern = attribute.Pattern });
    }

    private bool IsText(string path, JsonNode value)
    {
        if (value.GetValueKind() != JsonValueKind.String)
        {
            return Refuse("INVALID_VALUE", path, "must be a string");
        }

        string text = value.GetValue<string>();
        if (text.Length == 0)
        {
            return Refuse("EMPTY_VALUE", path, "must not be empty");
        }

        TextRule? rule = UserRules.Texts.GetValueOrDefault(path);
        return rule is null
            || (text.Length <= rule.Maximum || Refuse(
                "SIZE_LIMIT_EXCEEDED", path, "is too long", new InnerError { MaximumValue = rule.Maximum }))
            & (rule.Matches(text) || Refuse(
                "INVALID_VALUE", path,
                path == "email" ? "must be a well-formed email address" : "must match the pattern",
                new InnerError { AllowedPattern = rule.Pattern }));
    }

    /// <summary>Checks that concern the whole profile: missing values, uniqueness, and size.</summary>
    private JsonObject Finish(JsonObject profile)
    {
        foreach (SchemaAttribute attribute in call.Directory.Schema.All.Where(attribute => attribute.Enabled))
        {
            bool isRequired = attribute.Required || (attribute.Name == "email" && call.Options.EmailRequired);
            bool isUnique = attribute.Unique || (attribute.Name == "email" && call.Options.EmailUnique);
            if (isRequired && !profile.ContainsKey(attribute.Name)
                && _wrong.TrueForAll(detail => detail.Target != attribute.Name))
            {
                Add("REQUIRED_VALUE", attribute.Name, "must not be empty");
            }
            else if (isUnique && IsTaken(attribute.Name, profile))
            {
                Add("UNIQUENESS_VIOLATION", attribute.Name, "is unique but a non-unique value is provided");
            }
        }

        if (PingOneJson.Bytes(profile).Length > UserRules.ProfileLimit)
        {
            Add("SIZE_LIMIT_EXCEEDED", null, "The profile is too large.");
        }

        return profile;
    }

    // Uniqueness covers every user, including those that the app cannot see.
    private bool IsTaken(string name, JsonObject profile) =>
        profile[name] is JsonValue value && value.TryGetValue(out string? text) && call.Directory.Users.Any(
            other => other != user && string.Equals(other.Text(name), text, StringComparison.OrdinalIgnoreCase));

    private bool Refuse(string code, string path, string message, InnerError? inner = null)
    {
        Add(code, path, message, inner);
        return false;
    }

    private void Add(string code, string? path, string message, InnerError? inner = null) =>
        _wrong.Add(new ProblemDetail(code, path, message, inner));
}
