using System.Reflection;
using System.Xml.Linq;

namespace Personio.Conventions.Tests;

/// <summary>Rules for every type that reaches a user.</summary>
public sealed class OutputLaws
{
    // The width of the narrowest usual window, minus the column that some hosts keep free.
    private const int NarrowestWindow = 79;

    private const string StatusScript =
        "$status = $_.Status; try { [Personio.StatusText]::Format($status, $PSStyle, [Console]::IsOutputRedirected) } "
        + "catch { $status }";

    private static IEnumerable<Type> OutputTypes => Module.Cmdlets
        .SelectMany(cmdlet => cmdlet.OutputTypes)
        .Where(type => type.Namespace?.StartsWith("Personio", StringComparison.Ordinal) == true)
        .Distinct();

    private static IEnumerable<Type> Models => Module.Client.GetTypes().Concat(Module.PingOne.GetTypes())
        .Where(type => type is { Namespace: "Personio.Models", IsPublic: true });

    [Fact]
    public void Every_output_type_has_a_table_and_a_list() => Assert.All(OutputTypes, type =>
    {
        Assert.NotEmpty(Views(type, "TableControl"));
        Assert.NotEmpty(Views(type, "ListControl"));
    });

    // Columns without a width share the remaining space; if the first has none, all are fitted to their content.
    [Fact]
    public void Every_table_has_at_most_six_columns_and_fits_80_columns() => Assert.All(OutputTypes, type =>
    {
        (string Label, int? Width)[] columns =
        [
            .. Views(type, "TableControl").Descendants("TableColumnHeader")
                .Select(header => ((string)header.Element("Label")!, (int?)header.Element("Width"))),
        ];

        int free = NarrowestWindow - columns.Sum(column => column.Width ?? 0) - (columns.Length - 1);
        int share = free / Math.Max(1, columns.Count(column => column.Width is null));
        Assert.InRange(columns.Length, 1, 6);
        Assert.NotNull(columns[0].Width);
        Assert.InRange(free, 0, NarrowestWindow);
        Assert.All(columns, column => Assert.InRange(column.Label.Length, 1, column.Width ?? share));
        Assert.All(
            columns, column => Assert.InRange(column.Width ?? share, column.Width is null ? 12 : 1, NarrowestWindow));
    });

    [Fact]
    public void Every_list_shows_every_property() => Assert.All(OutputTypes, type =>
    {
        string[] shown =
        [
            .. Views(type, "ListControl").Descendants("ListItem")
                .Select(item => (string?)item.Element("Label") ?? (string)item.Element("PropertyName")!),
        ];

        Assert.Equal(Properties(type).Order(), shown.Order());
    });

    [Fact]
    public void Every_status_is_shown_by_the_only_code_that_knows_colors() => Assert.All(
        Module.Formats.Descendants("TableColumnItem").Concat(Module.Formats.Descendants("ListItem")), item =>
        {
            string? name = (string?)item.Element("PropertyName");
            string script = (string?)item.Element("ScriptBlock") ?? "";

            Assert.NotEqual("Status", name);
            Assert.Equal(script.Contains("$_.Status", StringComparison.Ordinal), script == StatusScript);
        });

    [Fact]
    public void No_view_contains_escape_codes() => Assert.DoesNotMatch(
        @"\x1b|`e|\[char\]|\\u001b|Foreground|Background|Formatting\.", Module.Formats.ToString());

    [Fact]
    public void Every_identity_has_a_hidden_alias_Id() => Assert.All(
        Models.Where(type => type.GetInterfaces().Any(face => face.Name == "IIdentified")),
        type =>
        {
            XElement alias = Module.Types.Descendants("Type")
                .Single(entry => (string)entry.Element("Name")! == type.FullName)
                .Descendants("AliasProperty").Single();

            Assert.Equal("true", (string?)alias.Attribute("IsHidden"));
            Assert.Equal("Id", (string?)alias.Element("Name"));
            Assert.Equal(
                $"{type.Name.Replace("PingOne", "", StringComparison.Ordinal)}Id",
                (string?)alias.Element("ReferencedMemberName"));
        });

    [Fact]
    public void Every_hidden_property_is_a_method_that_the_engine_can_call_and_not_a_property_of_the_type()
    {
        XElement[] hidden = [.. Module.Types.Descendants("CodeProperty")];
        Type methods = Module.Cmdlets[0].Type.Assembly.GetType("Personio.HiddenProperty", throwOnError: true)!;

        Assert.NotEmpty(hidden);
        Assert.All(hidden, property =>
        {
            string name = (string)property.Element("Name")!;
            MethodInfo method = methods.GetMethod(name) ?? throw new InvalidOperationException($"No method {name}");
            Type? type = Models.SingleOrDefault(
                model => model.FullName == (string)property.Ancestors("Type").Single().Element("Name")!);

            Assert.Equal("true", (string?)property.Attribute("IsHidden"));
            Assert.Equal("PSObject", Assert.Single(method.GetParameters()).ParameterType.Name);
            Assert.Null(type?.GetProperty(name));
        });
    }

    [Fact]
    public void No_model_is_mutable_or_exposes_a_type_of_a_JSON_library() => Assert.All(Models, type =>
        Assert.All(type.GetProperties(), property =>
        {
            Assert.DoesNotContain("System.Text.Json", property.PropertyType.ToString(), StringComparison.Ordinal);
            Assert.True(
                property.SetMethod is null
                    || property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Length > 0,
                $"{type.Name}.{property.Name} has a setter that is not init");
        }));

    [Fact]
    public void Every_model_overrides_ToString() => Assert.All(
        Models.Where(type => type is { IsAbstract: false, IsSealed: true }),
        type => Assert.Contains(type.GetMethods(), method =>
            method.Name == "ToString" && method.DeclaringType == type
            && !Module.Attributes(method, "CompilerGeneratedAttribute").Any()));

    private static IEnumerable<string> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => property.Name);

    private static IEnumerable<XElement> Views(Type type, string control) => Module.Formats.Descendants("View")
        .Where(view => view.Descendants("TypeName").Any(name => name.Value == type.FullName))
        .Elements(control);
}
