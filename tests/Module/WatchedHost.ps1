# An interactive host with a window that records the progress it is shown. Dot-source it in BeforeAll.

if (-not ('Personio.Tests.WatchedHost' -as [type])) {
    Add-Type -TypeDefinition @'
using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Personio.Tests
{
    public sealed class Shown
    {
        public DateTime At;
        public ProgressRecord Record;
    }

    public sealed class WatchedHost : PSHost
    {
        private readonly Guid _id = Guid.NewGuid();
        private readonly Face _face;
        public WatchedHost(bool hasWindow) { _face = new Face(hasWindow); }
        public List<Shown> Progress { get { return _face.Progress; } }
        public List<string> Warnings { get { return _face.Warnings; } }
        public List<string> Questions { get { return _face.Questions; } }
        public Queue<int> Answers { get { return _face.Answers; } }
        public override string Name { get { return "WatchedHost"; } }
        public override Version Version { get { return new Version(1, 0); } }
        public override Guid InstanceId { get { return _id; } }
        public override CultureInfo CurrentCulture { get { return CultureInfo.CurrentCulture; } }
        public override CultureInfo CurrentUICulture { get { return CultureInfo.CurrentUICulture; } }
        public override PSHostUserInterface UI { get { return _face; } }
        public override void EnterNestedPrompt() { }
        public override void ExitNestedPrompt() { }
        public override void NotifyBeginApplication() { }
        public override void NotifyEndApplication() { }
        public override void SetShouldExit(int exitCode) { }
    }

    internal sealed class Face : PSHostUserInterface
    {
        private readonly Window _window;
        public readonly List<Shown> Progress = new List<Shown>();
        public readonly List<string> Warnings = new List<string>();
        public readonly List<string> Questions = new List<string>();
        public readonly Queue<int> Answers = new Queue<int>();
        public Face(bool hasWindow) { _window = hasWindow ? new Window() : null; }
        public override PSHostRawUserInterface RawUI { get { return _window; } }
        public override void WriteProgress(long sourceId, ProgressRecord record)
        {
            Progress.Add(new Shown { At = DateTime.UtcNow, Record = record });
        }
        public override string ReadLine() { return ""; }
        public override SecureString ReadLineAsSecureString() { return new SecureString(); }
        public override void Write(string value) { }
        public override void Write(ConsoleColor foreground, ConsoleColor background, string value) { }
        public override void WriteLine(string value) { }
        public override void WriteErrorLine(string value) { }
        public override void WriteDebugLine(string message) { }
        public override void WriteVerboseLine(string message) { }
        public override void WriteWarningLine(string message) { lock (Warnings) { Warnings.Add(message); } }
        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> fields) { return null; }
        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) { return null; }
        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes types, PSCredentialUIOptions options) { return null; }
        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            Questions.Add(message);
            return Answers.Count > 0 ? Answers.Dequeue() : defaultChoice;
        }
    }

    internal sealed class Window : PSHostRawUserInterface
    {
        public override Size WindowSize { get { return new Size(120, 40); } set { } }
        public override Size MaxWindowSize { get { return WindowSize; } }
        public override Size MaxPhysicalWindowSize { get { return WindowSize; } }
        public override Size BufferSize { get { return WindowSize; } set { } }
        public override Coordinates CursorPosition { get; set; }
        public override Coordinates WindowPosition { get; set; }
        public override int CursorSize { get; set; }
        public override ConsoleColor ForegroundColor { get; set; }
        public override ConsoleColor BackgroundColor { get; set; }
        public override string WindowTitle { get; set; }
        public override bool KeyAvailable { get { return false; } }
        public override KeyInfo ReadKey(ReadKeyOptions options) { return new KeyInfo(); }
        public override void FlushInputBuffer() { }
        public override BufferCell[,] GetBufferContents(Rectangle rectangle) { return new BufferCell[0, 0]; }
        public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) { }
        public override void SetBufferContents(Rectangle rectangle, BufferCell fill) { }
        public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) { }
    }
}
'@
}

# Runs a command in a runspace of such a host, connected to a sandbox, and returns the host.
function Invoke-Watched {
    param($Sandbox, [string] $Command, [bool] $HasWindow = $true)

    $face = [Personio.Tests.WatchedHost]::new($HasWindow)
    $runspace = [runspacefactory]::CreateRunspace($face)
    $runspace.Open()
    $shell = [powershell]::Create()
    try {
        $shell.Runspace = $runspace
        $null = $shell.AddScript(@'
param($Manifest, $Sandbox, $Command)
Import-Module $Manifest
$secret = ConvertTo-SecureString $Sandbox.ClientSecret -AsPlainText -Force
Connect-Personio -ClientId $Sandbox.ClientId -ClientSecret $secret -BaseUri $Sandbox.BaseUri
& ([scriptblock]::Create($Command)) | Out-Default
'@).AddArgument((Resolve-Path $manifest).Path).AddArgument($Sandbox).AddArgument($Command)
        $null = $shell.Invoke()
        if ($shell.HadErrors) {
            throw $shell.Streams.Error[0]
        }
    }
    finally {
        $shell.Dispose()
        $runspace.Dispose()
    }

    $face
}
