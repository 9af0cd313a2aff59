namespace Personio.Conventions.Tests;

/// <summary>How much base class code one has to read to understand a cmdlet.</summary>
public sealed class BaseLaws
{
    private const int MostShared = 9;

    private const int MostBetween = 3;

    private static Type[] Bases { get; } =
        [.. Module.Cmdlets.SelectMany(cmdlet => Above(cmdlet.Type)).Select(Definition).Distinct()];

    [Fact]
    public void At_most_three_bases_are_between_the_engine_and_a_cmdlet() => Assert.All(Module.Cmdlets, cmdlet =>
        Assert.True(
            Above(cmdlet.Type).Count() is >= 1 and <= MostBetween,
            $"{cmdlet.Name}: {string.Join(" > ", Above(cmdlet.Type).Select(type => type.Name))}"));

    [Fact]
    public void At_most_nine_bases_are_shared_by_the_areas()
    {
        string[] shared =
        [
            .. Module.Sources("src/Personio/Commands/Base").Select(path => Path.GetFileNameWithoutExtension(path)),
        ];

        Assert.InRange(shared.Length, 1, MostShared);
        Assert.Subset(Bases.Select(Name).ToHashSet(), shared.ToHashSet());
    }

    [Fact]
    public void Every_base_is_abstract_is_named_as_one_and_serves_more_than_one_cmdlet() =>
        Assert.All(Bases, type =>
        {
            Assert.True(type.IsAbstract, type.Name);
            Assert.EndsWith("CmdletBase", Name(type), StringComparison.Ordinal);
            Assert.True(
                Module.Cmdlets.Count(cmdlet => Above(cmdlet.Type).Select(Definition).Contains(type)) > 1, type.Name);
        });

    private static IEnumerable<Type> Above(Type type)
    {
        for (Type? above = type.BaseType; above is { Name: not "PSCmdlet" }; above = above.BaseType)
        {
            yield return above;
        }
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static string Name(Type type) => type.Name.Split('`')[0];
}
