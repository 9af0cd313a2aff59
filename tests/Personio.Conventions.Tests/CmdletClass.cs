using System.Reflection;

namespace Personio.Conventions.Tests;

/// <summary>A cmdlet as described by its metadata.</summary>
internal sealed class CmdletClass(Type type)
{
    private readonly CustomAttributeData _cmdlet = Module.Attributes(type, "CmdletAttribute").Single();

    public Type Type => type;

    public string Verb => (string)_cmdlet.ConstructorArguments[0].Value!;

    public string Noun => (string)_cmdlet.ConstructorArguments[1].Value!;

    public string Name => $"{Verb}-{Noun}";

    public bool SupportsShouldProcess => Named("SupportsShouldProcess") is true;

    // ConfirmImpact.High
    public bool AsksFirst => Named("ConfirmImpact") is 3;

    public string? HelpUri => Named("HelpUri") as string;

    public IReadOnlyList<Type> OutputTypes =>
    [
        .. Module.Attributes(type, "OutputTypeAttribute")
            .SelectMany(data => data.ConstructorArguments)
            .SelectMany(argument => argument.Value switch
            {
                Type one => [one],
                IEnumerable<CustomAttributeTypedArgument> several => several.Select(item => item.Value).OfType<Type>(),
                _ => [],
            }),
    ];

    public IReadOnlyList<PropertyInfo> Parameters =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => Module.Attributes(property, "ParameterAttribute").Any()),
    ];

    public override string ToString() => Name;

    private object? Named(string name) =>
        _cmdlet.NamedArguments.FirstOrDefault(argument => argument.MemberName == name).TypedValue.Value;
}
