using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Mapping;

/// <summary>A mapping is for attributes that are values, in the form in which the directory takes them.</summary>
public sealed class FitTests
{
    [Theory]
    [InlineData("enabled", "follows from the first and last days")]
    [InlineData("Enabled", "follows from the first and last days")]
    [InlineData("population.id", "-Population sets it")]
    public void The_state_and_the_population_cannot_be_mapped_around_their_rules(string target, string text)
    {
        AttributeMap map = MapPresets.PingOne.With(
            new AttributeRule(target, AttributeSource.Computed(_ => "false")));

        LifecycleException fault = Assert.Throws<LifecycleException>(() => MapCheck.Check(map));

        Assert.Equal(LifecycleErrors.MappingInvalid, fault.ErrorId);
        Assert.Contains(text, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "Clerk", """{"centers":[null,["Clerk"]]}""")]
    [InlineData(false, "Clerk", """{"centers":[null,"Clerk"]}""")]
    [InlineData(null, "Clerk", """{"centers":[null,"Clerk"]}""")]
    [InlineData(true, "Clerk;Cook", """{"centers":[null,["Clerk","Cook"]]}""")]
    [InlineData(false, "Clerk;", """{"centers":[null,"Clerk"]}""")]
    public void Values_are_lists_if_the_directory_accepts_only_lists(bool? isList, string values, string expected)
    {
        PersonRow ilka = Company.Person();

        PlanRow row = Assert.Single(Centers(isList, values).Add(ilka, Company.AccountOf(ilka)).RowsOf("20417"));

        Assert.Equal(expected, row.Changes);
    }

    [Fact]
    public void Several_values_are_a_finding_if_the_directory_accepts_only_one()
    {
        PersonRow ilka = Company.Person();

        Assert.Equal("Finding BadValue", Centers(false, "Clerk;Cook").Add(ilka, Company.AccountOf(ilka)).Says());
    }

    private static Company Centers(bool? isList, string values)
    {
        object value = values.Contains(';', StringComparison.Ordinal)
            ? values.Split(';', StringSplitOptions.RemoveEmptyEntries)
            : values;
        AttributeMap map = MapPresets.PingOne.With(new AttributeRule(
            "centers", AttributeSource.Computed(person => person.PersonId == "20417" ? value : null)));
        IEnumerable<SchemaEntry> schema = map.Rules.Select(rule => new SchemaEntry
        {
            Name = rule.Target, IsMultiValued = rule.Target == "centers" ? isList : null,
        });
        return new Company().Set(o => o with { Map = MapCheck.Check(map, null, schema) });
    }
}
