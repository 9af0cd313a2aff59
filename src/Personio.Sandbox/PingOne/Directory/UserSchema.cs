using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.PingOne.Directory;

/// <summary>The user schema: PingOne's own attributes, and the custom attributes of this company.</summary>
internal sealed class UserSchema
{
    private readonly Dice _dice;
    private readonly List<SchemaAttribute> _attributes = [];

    public UserSchema(int seed)
    {
        _dice = new Dice(seed, "pingone schema");
        Id = _dice.Uuid();
        string[] core = ["id", "enabled", "createdAt", "updatedAt", "population", "environment", "account"];
        foreach (string name in core)
        {
            Add(name, "STRING", "CORE");
        }

        Add("username", "STRING", "CORE").Required = true;
        Add("username").Unique = true;
        foreach (string name in UserRules.Texts.Keys.Where(name => !name.Contains('.', StringComparison.Ordinal)))
        {
            Add(name, "STRING", "STANDARD");
        }

        _attributes.Add(
            Complex("name", "given", "middle", "family", "formatted", "honorificPrefix", "honorificSuffix"));
        _attributes.Add(Complex("address", "streetAddress", "locality", "region", "postalCode", "countryCode"));
        _attributes.Add(Complex("photo", "href"));
        Add("department", "STRING", "CUSTOM");
        Add("site", "STRING", "CUSTOM");
    }

    public string Id { get; }

    public IReadOnlyList<SchemaAttribute> All => _attributes;

    public SchemaAttribute? Find(string name) => _attributes.FirstOrDefault(attribute => attribute.Name == name);

    /// <summary>Returns the attribute with this name, adding it if it does not exist.</summary>
    public SchemaAttribute Add(string name, string type = "STRING", string schemaType = "CUSTOM")
    {
        if (Find(name) is { } known)
        {
            return known;
        }

        var added = new SchemaAttribute(_dice.Uuid(), name, type, schemaType);
        _attributes.Add(added);
        return added;
    }

    private SchemaAttribute Complex(string name, params string[] parts) =>
        new(_dice.Uuid(), name, "COMPLEX", "STANDARD") { SubAttributes = parts };
}
