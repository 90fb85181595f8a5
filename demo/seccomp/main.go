// Runs a program under the seccomp profile that containerd gives to a container with `RuntimeDefault`:
//
//	container-seccomp CAPABILITY[,CAPABILITY] PROGRAM WORD...
//
// The capabilities are those of the container, named as the kernel names them: who has more may call more.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"

	"github.com/containerd/containerd/v2/contrib/seccomp"
	bpf "github.com/elastic/go-seccomp-bpf"
	"github.com/elastic/go-seccomp-bpf/arch"
	"github.com/opencontainers/runtime-spec/specs-go"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "container-seccomp:", err)
		os.Exit(126)
	}
}

func run(words []string) error {
	if len(words) < 2 {
		return fmt.Errorf("usage: container-seccomp CAPABILITIES PROGRAM WORD...")
	}
	program, err := exec.LookPath(words[1])
	if err != nil {
		return err
	}
	policy, err := policyOf(profileFor(strings.Split(words[0], ",")))
	if err != nil {
		return err
	}
	// Go has started threads already: the filter is for all of them, as any may be the one that calls execve.
	if err := bpf.LoadFilter(bpf.Filter{Flag: bpf.FilterFlagTSync, Policy: policy}); err != nil {
		return err
	}
	return syscall.Exec(program, words[1:], os.Environ())
}

func profileFor(capabilities []string) *specs.LinuxSeccomp {
	var bounding []string
	for _, name := range capabilities {
		bounding = append(bounding, "CAP_"+strings.ToUpper(name))
	}
	process := &specs.Process{Capabilities: &specs.LinuxCapabilities{Bounding: bounding}}
	return seccomp.DefaultProfile(&specs.Spec{Process: process})
}

func policyOf(profile *specs.LinuxSeccomp) (bpf.Policy, error) {
	machine, err := arch.GetInfo("")
	if err != nil {
		return bpf.Policy{}, err
	}
	policy := bpf.Policy{DefaultAction: bpf.ActionErrno}
	if profile.DefaultAction != specs.ActErrno || profile.DefaultErrnoRet != nil {
		return policy, fmt.Errorf("the profile does not refuse by EPERM what it does not name")
	}
	for _, one := range profile.Syscalls {
		group, err := groupOf(one, machine)
		if err != nil {
			return policy, err
		}
		policy.Syscalls = append(policy.Syscalls, group)
	}
	return policy, nil
}

// The profile names the calls of all machines; those that this one does not have are left out.
func groupOf(one specs.LinuxSyscall, machine *arch.Info) (bpf.SyscallGroup, error) {
	action, err := actionOf(one.Action, one.ErrnoRet)
	group := bpf.SyscallGroup{Action: action}
	if err != nil {
		return group, err
	}
	conditions, err := conditionsOf(one.Args)
	if err != nil {
		return group, err
	}
	for _, name := range one.Names {
		if _, known := machine.SyscallNames[name]; !known {
			continue
		}
		if len(conditions) == 0 {
			group.Names = append(group.Names, name)
		} else {
			named := bpf.NameWithConditions{Name: name, Conditions: conditions}
			group.NamesWithCondtions = append(group.NamesWithCondtions, named)
		}
	}
	return group, nil
}

var operations = map[specs.LinuxSeccompOperator]bpf.Operation{
	specs.OpNotEqual:     bpf.NotEqual,
	specs.OpLessThan:     bpf.LessThan,
	specs.OpLessEqual:    bpf.LessOrEqual,
	specs.OpEqualTo:      bpf.Equal,
	specs.OpGreaterEqual: bpf.GreaterOrEqual,
	specs.OpGreaterThan:  bpf.GreaterThan,
}

func conditionsOf(arguments []specs.LinuxSeccompArg) (bpf.ArgumentConditions, error) {
	var conditions bpf.ArgumentConditions
	for _, argument := range arguments {
		operation, known := operations[argument.Op]
		// "Masked by Value it is ValueTwo": with zero, that none of those bits is set.
		if argument.Op == specs.OpMaskedEqual && argument.ValueTwo == 0 {
			operation, known = bpf.BitsNotSet, true
		}
		if !known {
			return nil, fmt.Errorf("the profile compares by %s, which is not known here", argument.Op)
		}
		conditions = append(conditions, bpf.Condition{
			Argument: uint32(argument.Index), Operation: operation, Value: argument.Value,
		})
	}
	return conditions, nil
}

func actionOf(action specs.LinuxSeccompAction, errno *uint) (bpf.Action, error) {
	switch action {
	case specs.ActAllow:
		return bpf.ActionAllow, nil
	case specs.ActErrno:
		if errno == nil {
			return bpf.ActionErrno, nil
		}
		return bpf.ActionErrno | bpf.Action(*errno), nil
	default:
		return 0, fmt.Errorf("the profile has the action %s, which is not known here", action)
	}
}
